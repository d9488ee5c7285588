CREATE TABLE "price_parts" ("no" bigint PRIMARY KEY NOT NULL, "low" bigint NOT NULL);
--> statement-breakpoint
INSERT INTO "price_parts" ("no", "low")
WITH RECURSIVE step(no, low) AS (
  SELECT CAST(0 AS bigint), CAST(0 AS bigint)
  UNION ALL
  SELECT no + 1, low + greatest(1, low / 8) FROM step WHERE low + greatest(1, low / 8) < 10000000000
), part(no) AS (
  SELECT 0 UNION ALL SELECT no + 1 FROM part WHERE no < 7
)
SELECT step.no * 8 + part.no, step.low + (part.no * greatest(1, step.low / 8) + 7) / 8 FROM step, part;
--> statement-breakpoint
CREATE UNIQUE INDEX "price_parts_low" ON "price_parts" ("low", "no");
--> statement-breakpoint
UPDATE "product_words" SET "marks" = (
  WITH own(least, most, category_id) AS (
    SELECT (SELECT no FROM price_parts WHERE low <= p.min_price_cents ORDER BY low DESC, no DESC LIMIT 1),
      (SELECT no FROM price_parts WHERE low <= p.max_price_cents ORDER BY low DESC, no DESC LIMIT 1),
      p.category_id
    FROM products p WHERE p.id = product_words.product_id
  ), part(no, far) AS (
    SELECT one.no, own.most - own.least >= 8 FROM own JOIN price_parts one ON one.no BETWEEN own.least AND own.most
  )
  SELECT coalesce(string_agg(chr((19968 + mark)::integer), ' '), '') FROM (
    SELECT CASE WHEN far THEN 2304 + no / 8 ELSE no END AS mark FROM part
    UNION SELECT 2048 + no / 8 FROM part
    UNION SELECT 2560 + no / 48 FROM part
    UNION SELECT 4096 + 32 * (ascii(right(category_id, 2)) % 32) + ascii(right(category_id, 1)) % 32 FROM own WHERE category_id IS NOT NULL
  ) AS marks
);
--> statement-breakpoint
DROP TABLE "price_parts";
