// The package's own types are not found through its exports.
declare module 'bpmn-moddle' {
  interface Element {
    readonly id: string;
    readonly name?: string;
    readonly $type: string;
  }

  interface Definitions {
    readonly rootElements: readonly { readonly flowElements: readonly Element[] }[];
    readonly diagrams: readonly { readonly plane: { readonly planeElement: readonly { readonly bpmnElement?: Element }[] } }[];
  }

  export class BpmnModdle {
    fromXML(xml: string): Promise<{ readonly rootElement: Definitions; readonly warnings: readonly unknown[] }>;
  }
}
