CREATE TABLE "page_speeds" (
	"day" text NOT NULL,
	"kind" text NOT NULL,
	"measure" text NOT NULL,
	"up_to" bigint NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "page_speeds_day_kind_measure_up_to_pk" PRIMARY KEY("day","kind","measure","up_to"),
	CONSTRAINT "page_speeds_counted" CHECK ("page_speeds"."up_to" >= 0 and "page_speeds"."count" > 0)
);
