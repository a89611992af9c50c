-- Roles in categories that were removed before these were taken along: they give nothing, but stay in the row of whoever had them.
UPDATE user SET grants = (SELECT json_group_array(json(one.value)) FROM json_each(user.grants) AS one
    WHERE one.value ->> 'category' IN (SELECT id FROM category))
  WHERE EXISTS (SELECT 1 FROM json_each(user.grants) AS one WHERE one.value ->> 'category' NOT IN (SELECT id FROM category));
