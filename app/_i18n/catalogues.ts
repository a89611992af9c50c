import adminEn from '../../content/messages/admin.en.json'
import adminRu from '../../content/messages/admin.ru.json'
import catalogueEn from '../../content/messages/catalogue.en.json'
import catalogueRu from '../../content/messages/catalogue.ru.json'
import composerEn from '../../content/messages/composer.en.json'
import composerRu from '../../content/messages/composer.ru.json'
import deskEn from '../../content/messages/desk.en.json'
import deskRu from '../../content/messages/desk.ru.json'
import draftEn from '../../content/messages/draft.en.json'
import draftRu from '../../content/messages/draft.ru.json'
import editorEn from '../../content/messages/editor.en.json'
import editorRu from '../../content/messages/editor.ru.json'
import homeEn from '../../content/messages/home.en.json'
import homeRu from '../../content/messages/home.ru.json'
import importsEn from '../../content/messages/imports.en.json'
import importsRu from '../../content/messages/imports.ru.json'
import learningEn from '../../content/messages/learning.en.json'
import learningRu from '../../content/messages/learning.ru.json'
import scriptsEn from '../../content/messages/scripts.en.json'
import scriptsRu from '../../content/messages/scripts.ru.json'
import studioEn from '../../content/messages/studio.en.json'
import studioRu from '../../content/messages/studio.ru.json'
import workflowEn from '../../content/messages/workflow.en.json'
import workflowRu from '../../content/messages/workflow.ru.json'

const ru = {
  ...studioRu,
  ...draftRu,
  ...editorRu,
  ...catalogueRu,
  ...workflowRu,
  ...composerRu,
  ...homeRu,
  ...adminRu,
  ...importsRu,
  ...learningRu,
  ...deskRu,
  ...scriptsRu,
}
const en = {
  ...studioEn,
  ...draftEn,
  ...editorEn,
  ...catalogueEn,
  ...workflowEn,
  ...composerEn,
  ...homeEn,
  ...adminEn,
  ...importsEn,
  ...learningEn,
  ...deskEn,
  ...scriptsEn,
}

/** All messages of the studio and the operator panel, by language. One pair of files for each area of the product; a file holds the namespace of its name. */
export const catalogues = { ru, en }
export type Messages = typeof ru
