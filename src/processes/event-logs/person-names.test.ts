import { expect, test } from 'vitest';
import { countsPeople, isPersonName } from './person-names.ts';

const told = (names: string) => names.split(', ').filter(isPersonName);

// The names of all columns, attributes and object types of public logs, and of those the ones whose values are people.
test.each([
  ['UCI incidents', 'number, incident_state, active, reassignment_count, reopen_count, sys_mod_count, made_sla, caller_id, opened_by, opened_at, sys_created_by, sys_created_at, sys_updated_by, sys_updated_at, contact_type, location, category, subcategory, u_symptom, cmdb_ci, impact, urgency, priority, assignment_group, assigned_to, knowledge, u_priority_confirmation, notify, problem_id, rfc, vendor, caused_by, closed_code, resolved_by, resolved_at, closed_at', 'caller_id, opened_by, sys_created_by, sys_updated_by, assigned_to, resolved_by'],
  ['BPIC 2012', 'concept:name, org:resource, lifecycle:transition, time:timestamp, REG_DATE, AMOUNT_REQ', 'org:resource'],
  ['BPIC 2013', 'concept:name, resource country, organization country, org:group, product, organization involved, org:resource, lifecycle:transition, impact, time:timestamp, org:role', 'org:resource'],
  ['receipt', 'concept:name, org:resource, org:group, concept:instance, lifecycle:transition, time:timestamp, responsible, department, channel, startdate, enddate_planned, deadline, enddate, group', 'org:resource, responsible'],
  ['sepsis', 'concept:name, org:group, lifecycle:transition, time:timestamp, Leucocytes, CRP, LacticAcid, Age, SIRSCriteria2OrMore, SIRSCritTemperature, InfectionSuspected, Hypoxie, DiagnosticBlood, DiagnosticXthorax, Oligurie, Infusion, DisfuncOrg, Diagnose', ''],
  ['running example', 'concept:name, org:resource, time:timestamp, Activity, Resource, Costs, case:concept:name, case:creator', 'org:resource, Resource'],
  ['OCEL 2.0 example', 'Invoice, Payment, Purchase Order, Purchase Requisition, is_blocked, po_product, po_quantity, pr_product, pr_quantity, pr_approver, po_editor, po_creator, pr_creator, invoice_inserter, payment_inserter, invoice_block_rem, invoice_blocker', 'pr_approver, po_editor, po_creator, pr_creator, invoice_inserter, payment_inserter, invoice_block_rem, invoice_blocker'],
  ['OCEL 2.0 orders', 'customers, employees, items, orders, packages, products, role, weight, price', 'employees'],
])('of the names of %s those of people are told, and no other', (_, all, people) => {
  expect(told(all)).toEqual(people === '' ? [] : people.split(', '));
});

test('usual names of people, whatever their case and what stands between their words; and names that only seem so', () => {
  const people = 'clerk, po_creator, user, owner, handled_by, employee, Employees, Staff member, user_id, PersonName, Case Owner, handledBy, Owner First Name, monitoringResource, loan officer, user login, username, sap_userid, Resource Name';
  expect(told(people)).toEqual(people.split(', '));
  expect(told('customer, patient, order, resource type, cloud resource, usage, peoples bank, user agent, user count, active users, owner country, caused_by, paid by, sorted_by, ownership, operator code, tour operator, role, name, id, number, case:creator, group')).toEqual([]);
});

test('numbers of people are told from who they are', () => {
  expect(['employees', 'Staff', 'user_id', 'boss'].map(countsPeople)).toEqual([true, true, false, false]);
});
