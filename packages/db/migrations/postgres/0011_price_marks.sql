ALTER TABLE "product_words" ADD COLUMN "marks" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE TABLE "price_steps" ("no" bigint NOT NULL, "low" bigint NOT NULL, "above" bigint NOT NULL);
--> statement-breakpoint
INSERT INTO "price_steps" ("no", "low", "above")
WITH RECURSIVE step(no, low) AS (
  SELECT CAST(0 AS bigint), CAST(0 AS bigint)
  UNION ALL
  SELECT no + 1, low + greatest(1, low / 8) FROM step WHERE low < 10000000000
)
SELECT no, low, low + greatest(1, low / 8) FROM step;
--> statement-breakpoint
UPDATE "product_words" SET "marks" = (
  SELECT coalesce(string_agg(mark, ' '), '') FROM (
    SELECT 'π' || s.no AS mark FROM price_steps s JOIN products p ON p.id = product_words.product_id
    WHERE s.low <= p.max_price_cents AND s.above > p.min_price_cents
    UNION
    SELECT 'σ' || (s.no / 6) FROM price_steps s JOIN products p ON p.id = product_words.product_id
    WHERE s.low <= p.max_price_cents AND s.above > p.min_price_cents
  ) AS own
);
--> statement-breakpoint
DROP TABLE "price_steps";
