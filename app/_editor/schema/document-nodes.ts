import type { AnyExtension } from '@tiptap/core'
import { Callout, Details, Only } from './box-nodes.ts'
import { BulletList, ListItem, OrderedList, Step, Steps } from './list-nodes.ts'
import { Bold, Code, Italic, Link, Strike, Underline } from './marks.ts'
import { Fact, Image, Snippet } from './reference-nodes.ts'
import { Script, ScriptStep } from './script-nodes.ts'
import { Table, TableCell, TableHeader, TableRow } from './table-nodes.ts'
import { CodeBlock, Divider, Doc, HardBreak, Heading, Paragraph, Quote, Text } from './text-nodes.ts'

/** Every node and mark of a document, without views: the schema of the editor. */
export const documentNodes: AnyExtension[] = [
  Doc,
  Text,
  Paragraph,
  Heading,
  HardBreak,
  CodeBlock,
  Quote,
  Divider,
  BulletList,
  OrderedList,
  ListItem,
  Steps,
  Step,
  Table,
  TableRow,
  TableCell,
  TableHeader,
  Callout,
  Details,
  Only,
  Script,
  ScriptStep,
  Fact,
  Snippet,
  Image,
  Link,
  Bold,
  Italic,
  Strike,
  Underline,
  Code,
]
