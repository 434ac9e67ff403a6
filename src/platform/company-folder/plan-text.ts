import { recordWords } from '../register/index.ts';
import type { Conflict, Plan, PlannedChange } from './plan.ts';

/** A plan as lines for people: what would be created, changed and retired, field by field, and what stands against it. */
export function planText(plan: Plan): string {
  const lines = [
    ...plan.create.map((c) => `+ ${recordWords(c.kind, c.id)}${where(c)}`),
    ...plan.update.flatMap((c) => [`~ ${recordWords(c.kind, c.id)}${where(c)}`, ...c.fields.map((f) => `    ${f.path}: ${show(f.before)} → ${show(f.after)}`)]),
    ...plan.retire.map((c) => `- ${recordWords(c.kind, c.id)} (retired; its history stays)`),
    ...plan.kept.map((c) => `= ${recordWords(c.kind, c.id)} (kept as the app has it)`),
    ...plan.conflicts.flatMap(conflictLines),
    ...plan.findings.map((f) => `? ${f.kind} ${f.id}: ${f.detail}${f.value === undefined || f.value === '' ? '' : `: ${f.value}`}${f.wanted === undefined ? '' : `; wanted ${f.wanted}`}`),
    summary(plan),
  ];
  return `${lines.join('\n')}\n`;
}

/** One conflict as lines: each field as last agreed, as the folder has it and as the app has it. */
export function conflictLines(c: Conflict): string[] {
  const place = c.at === undefined ? '' : ` (${c.at.file}:${c.at.line})`;
  const head = c.retire ? `! ${recordWords(c.kind, c.id)} is not in the folder, but the app changed it since it was applied` : `! ${recordWords(c.kind, c.id)}${place} was changed in the app since it was applied`;
  return [head, ...c.fields.map((f) => `    ${f.path}: agreed ${show(f.base)} · folder ${c.retire ? 'leaves it out' : show(f.folder)} · app ${show(f.app)}`)];
}

function where(c: PlannedChange): string {
  const at = c.record?.place();
  return at === undefined ? '' : ` (${at.file}:${at.line})`;
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  return typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
}

function summary(plan: Plan): string {
  const parts = [`${plan.create.length} new`, `${plan.update.length} changed`, `${plan.retire.length} retired`, `${plan.unchanged.length} unchanged`];
  if (plan.kept.length > 0) parts.push(`${plan.kept.length} kept as the app has them`);
  if (plan.conflicts.length > 0) parts.push(`${plan.conflicts.length} in conflict`);
  if (plan.findings.length > 0) parts.push(`${plan.findings.length} to confirm`);
  return parts.join(', ');
}
