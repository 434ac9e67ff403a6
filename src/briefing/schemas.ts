import { z } from 'zod';
import { claimSchema, seriesSchema } from '../evidence/index.ts';

/** A piece of a sentence: words, or a figure that opens its claim. */
export const partSchema = z.union([
  z.object({ text: z.string() }),
  z.object({ figure: z.object({ text: z.string(), claim: z.string().describe('Claim id'), meaning: z.string(), age: z.string().describe('In words: “4 minutes old”') }) }),
]);

/** A sentence or short paragraph made from claims: its parts, and the same as plain text. */
export const statementSchema = z.object({ parts: z.array(partSchema), plain: z.string(), claims: z.array(z.string()) });

/** Something that needs somebody: a verb, a sentence, why it matters, a post and a date. */
export const actionSchema = z.object({
  verb: z.enum(['Decide', 'Prove', 'Ask', 'Act']),
  tone: z.enum(['stop', 'watch']),
  statement: statementSchema,
  why: statementSchema,
  post: z.object({ id: z.string(), name: z.string(), holder: z.string().nullable().describe('Null while the post is vacant') }),
  by: z.iso.date(),
  link: z.object({ label: z.string(), to: z.string().describe('Address in the web client') }).nullable(),
});

/** A chart that answers one question: its title is the answer. */
export const chartSchema = z.object({ title: statementSchema, series: z.array(seriesSchema), source: z.string().describe('Unit, sample and age in one line') });

/** One page: the sheet. */
export const sheetSchema = z.object({
  company: z.string(),
  zone: z.string(),
  asOf: z.iso.datetime({ offset: true }),
  pinned: z.boolean().describe('True where the workspace carries `asOf`: the page says “shown as of …”'),
  evidenceUpTo: z.iso.datetime({ offset: true }).nullable(),
  headline: statementSchema,
  lead: z.array(statementSchema),
  actions: z.array(actionSchema),
  charts: z.array(chartSchema),
  sections: z.array(z.object({ title: z.string(), statements: z.array(statementSchema) })).describe('The processes and the basics, a line each'),
  wording: z.number().int().default(1).describe('Version of the sentences: only those of one version can be compared'),
  readability: z.object({ grade: z.number().nullable(), longestSentenceWords: z.number().int() }),
  empty: z.object({ why: z.string(), next: z.array(z.object({ label: z.string(), to: z.string() })) }).nullable().describe('Set when there is nothing to say yet, with what to do next'),
});

/** A sheet as sent, with its claims and the audit chain's head, so that it can be verified anywhere. */
export const briefSchema = z.object({
  id: z.string(),
  title: z.string(),
  createdAt: z.iso.datetime({ offset: true }),
  createdBy: z.string(),
  chain: z.object({ length: z.number().int(), hash: z.string() }),
  sheet: sheetSchema,
  views: z.array(z.object({
    id: z.string(), version: z.string().describe('Hash of the saved view as it was'), name: z.string(), statement: statementSchema,
    to: z.string().describe('Address in the web client that opens it'),
  })).default([]).describe('Saved views that were put in it, with what they showed'),
  claims: z.array(claimSchema),
});

export const briefSummarySchema = briefSchema.pick({ id: true, title: true, createdAt: true, createdBy: true }).extend({ headline: z.string() });

/** The answer of verify: each claim as recorded and on today's evidence, and whether each text of the sheet is what these claims say. */
export const verificationSchema = z.object({
  figures: z.number().int(),
  same: z.number().int(),
  moved: z.number().int(),
  texts: z.object({
    checked: z.number().int().describe('Sentences, names, dates and charts of the sheet'),
    same: z.number().int(),
    note: z.string().nullable().describe('Why they could not be compared: the sentences changed with the program'),
    differ: z.array(z.object({
      place: z.string().describe('Where on the sheet: “headline”, “action 2, why”'),
      written: z.string().nullable().describe('As the brief has it; null where it left the text out'),
      again: z.string().nullable().describe('As made again from the records; null where they give no such text'),
    })),
  }).describe('The sheet made again from the inputs as recorded'),
  rows: z.array(z.object({
    claim: z.string(),
    quantity: z.string(),
    subject: z.string(),
    recorded: z.number().nullable(),
    again: z.number().nullable().describe('From the inputs as recorded'),
    verdict: z.enum(['same', 'differs', 'method changed', 'rows destroyed', 'not here']),
    note: z.string().nullable(),
    today: z.number().nullable().describe('On today’s evidence'),
    unit: z.string(),
  })),
});

export type Statement = z.infer<typeof statementSchema>;
export type Sheet = z.infer<typeof sheetSchema>;
export type Brief = z.infer<typeof briefSchema>;
export type Verification = z.infer<typeof verificationSchema>;
