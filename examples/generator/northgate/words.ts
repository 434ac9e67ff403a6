/** The company's own words. */
export const termRecords = {
  erp: { name: 'ERP', meaning: 'The system that holds orders, stock, purchases and the ledgers.', instead: ['enterprise resource planning'] },
  edi: { name: 'EDI', meaning: 'Orders that come straight from the systems of large customers.', instead: ['electronic data interchange'] },
  wms: { name: 'Warehouse system', meaning: 'The system that says what to pick, where, and what is packed.', instead: ['WMS'] },
  picking: { name: 'Picking', meaning: 'Taking the goods of one order from the shelves.' },
  'pick-to-light': { name: 'Pick-to-light', meaning: 'Lamps on the shelves that show what to take and how many.' },
  collection: { name: 'Collection', meaning: 'The carrier’s lorry; it leaves at 12:30 and 17:30 on working days.' },
  backorder: { name: 'Backorder', meaning: 'An order that waits because goods are not in stock.', instead: ['BO'] },
  requisition: { name: 'Requisition', meaning: 'A request by a colleague to buy something.', instead: ['PR'] },
  'small-purchase': { name: 'Small purchase', meaning: 'A purchase below £500.' },
  mismatch: { name: 'Mismatch', meaning: 'An invoice that does not fit the order or the goods received.', instead: ['three-way match failure'] },
  'payment-run': { name: 'Payment run', meaning: 'All payments to suppliers that are due, made together on Thursdays at 16:00.' },
  contact: { name: 'Contact', meaning: 'One matter of a customer, from the first word until it is settled.', instead: ['ticket'] },
  specialist: { name: 'Specialist', meaning: 'A colleague who knows a product group or a kind of complaint in depth.' },
  'key-account': { name: 'Key account', meaning: 'One of the sixty largest customers; their orders are picked first.' },
};

/** What Northgate measures beyond what is measured of every process and service. */
export const measureRecords = {
  'picking-time': { name: 'Hands-on picking time an order', formula: 'mean of completion minus start of Pick goods', unit: 'min', direction: 'down', owner: 'head-of-warehouses', process: 'order-to-cash' },
  'wrong-items': { name: 'Orders picked twice', formula: 'orders in which Pick goods repeats ÷ orders picked', unit: '%', direction: 'down', owner: 'head-of-warehouses', process: 'order-to-cash' },
  backorders: { name: 'Orders that waited for stock', formula: 'orders with Receive replenishment ÷ orders allocated', unit: '%', direction: 'down', owner: 'head-of-purchasing', process: 'order-to-cash' },
  'days-to-payment': { name: 'Days from invoice to payment', formula: 'median of Receive payment minus the last Send invoice', unit: 'd', direction: 'down', owner: 'credit-manager', process: 'order-to-cash' },
  'mismatch-share': { name: 'Invoices that do not match', formula: 'invoices with Resolve mismatch ÷ invoices matched', unit: '%', direction: 'down', owner: 'head-of-purchasing', process: 'purchase-to-pay' },
  'mismatch-time': { name: 'Hands-on time to settle a mismatch', formula: 'mean of completion minus start of Resolve mismatch', unit: 'min', direction: 'down', owner: 'financial-controller', process: 'purchase-to-pay' },
  'approval-wait': { name: 'Wait for the second approval of small purchases', formula: 'mean wait before Approve small purchase again', unit: 'h', direction: 'down', owner: 'head-of-purchasing', process: 'purchase-to-pay' },
  'first-time-answers': { name: 'Contacts settled with the first answer', formula: 'contacts without Hear from customer again ÷ contacts closed', unit: '%', direction: 'up', owner: 'head-of-customer-service', process: 'customer-service' },
  'orders-a-week': { name: 'Orders a week', formula: 'count of Receive order', unit: 'orders a week', direction: 'none', owner: 'sales-director', process: 'order-to-cash' },
  'warehouse-system-up': { name: 'Warehouse system up', formula: '1 − unplanned time down ÷ (service hours − agreed maintenance)', unit: '%', direction: 'up', owner: 'head-of-warehouse-systems', service: 'wms' },
};
