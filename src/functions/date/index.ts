import type { FunctionEntry } from "../define.ts";
import { adders, dateAdd, dateDiff, endOfMonth } from "./arithmetic.ts";
import { betweenFunctions } from "./between.ts";
import { days, hours, minutes, seconds, weeks } from "./durations.ts";
import { dateSerial, dateValue, timeSerial, timeValue } from "./make.ts";
import { monthName, weekdayName } from "./names.ts";
import { date, now, time, timer, today, unixTime } from "./now.ts";
import { datePart, isWeekend, partFunctions, weekday } from "./parts.ts";

/** The functions for dates and times. */
export const dateFunctions: readonly FunctionEntry[] = [
  now,
  today,
  date,
  time,
  timer,
  unixTime,
  ...partFunctions,
  weekday,
  isWeekend,
  datePart,
  monthName,
  weekdayName,
  dateSerial,
  timeSerial,
  dateValue,
  timeValue,
  dateAdd,
  dateDiff,
  ...adders,
  ...betweenFunctions,
  endOfMonth,
  weeks,
  days,
  hours,
  minutes,
  seconds,
];
