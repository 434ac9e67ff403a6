/** Three outsourced suppliers; the first stands behind the most stops. */
export const supplierRecords = {
  'cobalt-hosting': {
    name: 'Cobalt Hosting', description: 'Runs the hosting centre, its storage and hosts, the network and the databases', owner: 'cio', country: 'GB',
    contracts: [
      {
        id: 'hosting', name: 'Managed hosting and network', arrangement: 'standalone', start: '2023-07-01', end: '2028-06-30', noticeDaysOurs: 180, noticeDaysTheirs: 365, annualCost: 'GBP 684000.00', law: 'GB',
        providedFrom: ['GB', 'IE'], dataStoredIn: ['GB'], sensitivity: 'high', supportsCritical: true, substitutability: 'complex', exitPlan: false, alternative: false, lastAudit: '2025-09-18', subcontractors: ['Ferrous Data Centres'],
      },
    ],
  },
  'harrier-parcels': {
    name: 'Harrier Parcels', description: 'Carries parcels and runs the booking service', owner: 'head-of-transport', country: 'GB',
    contracts: [
      {
        id: 'carriage', name: 'Carriage and booking', arrangement: 'standalone', start: '2024-02-01', end: '2027-01-31', noticeDaysOurs: 90, noticeDaysTheirs: 90, annualCost: 'GBP 1920000.00', law: 'GB',
        providedFrom: ['GB'], dataStoredIn: ['GB'], sensitivity: 'medium', supportsCritical: true, substitutability: 'easy', exitPlan: true, alternative: true, lastAudit: '2026-03-05', subcontractors: [],
      },
    ],
  },
  'relay-exchange': {
    name: 'Relay Exchange', description: 'Passes electronic orders and invoices between companies', owner: 'head-of-business-systems', country: 'IE',
    contracts: [
      {
        id: 'edi', name: 'EDI exchange', arrangement: 'standalone', start: '2022-04-01', noticeDaysOurs: 60, noticeDaysTheirs: 120, annualCost: 'GBP 58000.00', law: 'IE',
        providedFrom: ['IE', 'NL'], dataStoredIn: ['IE'], sensitivity: 'medium', supportsCritical: true, substitutability: 'complex', exitPlan: false, alternative: true, subcontractors: [],
      },
    ],
  },
};
