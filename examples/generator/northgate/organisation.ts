/** The people who answer for something, invented; workers of the logs are not among them. */
const people: readonly (readonly [id: string, name: string])[] = [
  ['helen-marsh', 'Helen Marsh'], ['tom-okafor', 'Tom Okafor'], ['ruth-delaney', 'Ruth Delaney'], ['sanjay-mehta', 'Sanjay Mehta'], ['carol-whitby', 'Carol Whitby'],
  ['ian-strand', 'Ian Strand'], ['nadia-rahman', 'Nadia Rahman'], ['paul-thirsk', 'Paul Thirsk'], ['lucy-ferris', 'Lucy Ferris'], ['gareth-pugh', 'Gareth Pugh'],
  ['alison-brandt', 'Alison Brandt'], ['kofi-mensah', 'Kofi Mensah'], ['jane-hollis', 'Jane Hollis'], ['martin-selby', 'Martin Selby'], ['eva-lindqvist', 'Eva Lindqvist'],
  ['simon-oakes', 'Simon Oakes'], ['wendy-craven', 'Wendy Craven'], ['david-aske', 'David Aske'], ['leila-haddad', 'Leila Haddad'], ['robert-fane', 'Robert Fane'], ['mei-lawson', 'Mei Lawson'],
];

type Holder = readonly [person: string, from: string, to?: string];

const posts: readonly (readonly [id: string, name: string, reportsTo: string | undefined, holders: readonly Holder[], delegations?: readonly object[]])[] = [
  ['ceo', 'Chief Executive', undefined, [['helen-marsh', '2021-04-01']]],
  ['coo', 'Chief Operating Officer', 'ceo', [['ian-strand', '2019-09-02', '2026-02-27'], ['ruth-delaney', '2026-03-02']]],
  ['cio', 'Chief Information Officer', 'ceo', [['sanjay-mehta', '2022-01-10']], [{ deputy: 'nadia-rahman', from: '2026-10-26', to: '2026-10-30', reason: 'Annual leave' }]],
  ['cfo', 'Chief Financial Officer', 'ceo', [['carol-whitby', '2020-06-01']]],
  ['sales-director', 'Sales Director', 'ceo', [['tom-okafor', '2018-03-05']]],
  ['head-of-warehouses', 'Head of Warehouses', 'coo', [['paul-thirsk', '2017-05-15']]],
  ['leeds-warehouse-manager', 'Leeds Warehouse Manager', 'head-of-warehouses', [['lucy-ferris', '2023-02-01']]],
  ['reading-warehouse-manager', 'Reading Warehouse Manager', 'head-of-warehouses', [['gareth-pugh', '2021-11-01']]],
  ['head-of-transport', 'Head of Transport', 'coo', [['alison-brandt', '2022-08-01']]],
  ['head-of-purchasing', 'Head of Purchasing', 'coo', [['kofi-mensah', '2020-01-06']]],
  ['head-of-customer-service', 'Head of Customer Service', 'coo', [['jane-hollis', '2024-04-08']]],
  ['head-of-order-fulfilment', 'Head of Order Fulfilment', 'coo', [['martin-selby', '2023-09-04']]],
  ['financial-controller', 'Financial Controller', 'cfo', [['eva-lindqvist', '2021-02-15']]],
  ['credit-manager', 'Credit Manager', 'financial-controller', [['simon-oakes', '2019-07-01']]],
  ['head-of-finance-systems', 'Head of Finance Systems', 'cio', [['wendy-craven', '2022-05-03']]],
  ['head-of-business-systems', 'Head of Business Systems', 'cio', [['david-aske', '2020-10-05']]],
  ['head-of-warehouse-systems', 'Head of Warehouse Systems', 'cio', [['leila-haddad', '2023-01-09']]],
  ['head-of-platforms', 'Head of Platforms', 'cio', [['nadia-rahman', '2021-06-14']]],
  ['head-of-digital-sales', 'Head of Digital Sales', 'sales-director', [['robert-fane', '2022-03-01', '2026-09-30']]],
  ['head-of-people', 'Head of People', 'ceo', [['mei-lawson', '2023-06-05']]],
];

type Criticality = 'critical' | 'important' | 'standard';

const functions: readonly (readonly [id: string, name: string, parent: string | undefined, owner: string, criticality: Criticality])[] = [
  ['sell', 'Sell', undefined, 'sales-director', 'critical'],
  ['win-customers', 'Win customers', 'sell', 'sales-director', 'important'],
  ['price-and-quote', 'Price and quote', 'sell', 'sales-director', 'important'],
  ['run-the-web-shop', 'Run the web shop', 'sell', 'head-of-digital-sales', 'critical'],
  ['take-orders', 'Take orders', 'sell', 'head-of-order-fulfilment', 'critical'],
  ['serve-customers', 'Serve customers', undefined, 'head-of-customer-service', 'critical'],
  ['answer-contacts', 'Answer contacts', 'serve-customers', 'head-of-customer-service', 'critical'],
  ['handle-returns', 'Handle returns', 'serve-customers', 'head-of-customer-service', 'important'],
  ['settle-complaints', 'Settle complaints', 'serve-customers', 'head-of-customer-service', 'important'],
  ['buy', 'Buy', undefined, 'head-of-purchasing', 'important'],
  ['plan-stock', 'Plan stock', 'buy', 'head-of-purchasing', 'important'],
  ['choose-suppliers', 'Choose suppliers', 'buy', 'head-of-purchasing', 'standard'],
  ['purchase', 'Purchase', 'buy', 'head-of-purchasing', 'important'],
  ['manage-suppliers', 'Manage suppliers', 'buy', 'head-of-purchasing', 'standard'],
  ['store-and-ship', 'Store and ship', undefined, 'head-of-warehouses', 'critical'],
  ['receive-goods', 'Receive goods', 'store-and-ship', 'head-of-warehouses', 'important'],
  ['store-goods', 'Store goods', 'store-and-ship', 'head-of-warehouses', 'important'],
  ['pick-and-pack-in-leeds', 'Pick and pack in Leeds', 'store-and-ship', 'leeds-warehouse-manager', 'critical'],
  ['pick-and-pack-in-reading', 'Pick and pack in Reading', 'store-and-ship', 'reading-warehouse-manager', 'critical'],
  ['dispatch-and-transport', 'Dispatch and transport', 'store-and-ship', 'head-of-transport', 'critical'],
  ['count-stock', 'Count stock', 'store-and-ship', 'head-of-warehouses', 'standard'],
  ['manage-money', 'Manage money', undefined, 'cfo', 'critical'],
  ['check-credit', 'Check credit', 'manage-money', 'credit-manager', 'important'],
  ['bill-customers', 'Bill customers', 'manage-money', 'financial-controller', 'important'],
  ['collect-money', 'Collect money', 'manage-money', 'credit-manager', 'important'],
  ['pay-suppliers', 'Pay suppliers', 'manage-money', 'financial-controller', 'important'],
  ['close-the-books', 'Close the books', 'manage-money', 'financial-controller', 'important'],
  ['pay-staff', 'Pay staff', 'manage-money', 'financial-controller', 'critical'],
  ['look-after-people', 'Look after people', undefined, 'head-of-people', 'standard'],
  ['hire-and-train', 'Hire and train', 'look-after-people', 'head-of-people', 'standard'],
  ['keep-people-safe', 'Keep people safe', 'look-after-people', 'head-of-people', 'critical'],
  ['run-technology', 'Run technology', undefined, 'cio', 'critical'],
  ['run-services', 'Run services', 'run-technology', 'head-of-platforms', 'critical'],
  ['change-systems', 'Change systems', 'run-technology', 'head-of-business-systems', 'standard'],
  ['keep-data-safe', 'Keep data safe', 'run-technology', 'head-of-platforms', 'critical'],
  ['govern', 'Govern', undefined, 'ceo', 'standard'],
  ['set-direction', 'Set direction', 'govern', 'ceo', 'standard'],
  ['obey-the-law', 'Obey the law', 'govern', 'cfo', 'important'],
];

const address = (id: string): string => `${id.replace('-', '.')}@northgate.example`;

export const peopleRecords = Object.fromEntries(people.map(([id, name]) => [id, { name, email: address(id) }]));

export const postRecords = Object.fromEntries(
  posts.map(([id, name, reportsTo, holders, delegations]) => [
    id,
    { name, ...(reportsTo === undefined ? {} : { reportsTo }), holders: holders.map(([person, from, to]) => ({ person, from, ...(to === undefined ? {} : { to }) })), ...(delegations === undefined ? {} : { delegations }) },
  ]),
);

export const functionRecords = Object.fromEntries(functions.map(([id, name, parent, owner, criticality]) => [id, { name, ...(parent === undefined ? {} : { parent }), owner, criticality }]));
