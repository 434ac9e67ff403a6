import { Button } from '@mantine/core';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import { useEffect, useRef, useState } from 'react';
import { EmptyState } from '../../ui/states.tsx';
import flow from '../flow.module.css';
import css from './model.module.css';

interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
interface Canvas {
  zoom(at?: 'fit-viewport' | number, centre?: 'auto'): number;
  viewbox(box?: Box): { readonly inner: Box };
  resized(): void;
}

// The colours of the page: they follow when it turns light or dark.
const colours = { defaultFillColor: 'var(--hs-card)', defaultStrokeColor: 'var(--hs-ink-2)', defaultLabelColor: 'var(--hs-ink)' };

/** BPMN as a drawing that can be moved and sized, by mouse, by keyboard and by its buttons. */
export function Drawing({ xml, label }: { readonly xml: string; readonly label: string }) {
  const frame = useRef<HTMLDivElement>(null);
  const viewer = useRef<NavigatedViewer>(null);
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    if (frame.current === null) return;
    let gone = false;
    const made = new NavigatedViewer({ container: frame.current, bpmnRenderer: colours, textRenderer: { defaultStyle: { fontFamily: 'Inter Variable, system-ui, sans-serif', fontSize: 12 }, externalStyle: { fontFamily: 'Inter Variable, system-ui, sans-serif', fontSize: 11.5 } } });
    viewer.current = made;
    const draw = async () => {
      const drawn = await made.importXML(xml).then(() => true, () => false);
      if (gone) return;
      setWrong(!drawn);
      if (drawn && frame.current !== null) open(made, frame.current);
      nameCanvas(frame.current, label);
    };
    void draw();
    return () => { gone = true; viewer.current = null; made.destroy(); };
  }, [xml, label]);
  const zoom = (by: number) => { const canvas = viewer.current?.get<Canvas>('canvas'); canvas?.zoom(Math.min(4, Math.max(0.1, canvas.zoom() * by)), 'auto'); };
  return (
    <figure className={css.figure}>
      <fieldset className={`${flow.zoom} no-print`}><legend className="visually-hidden">Size of the drawing</legend>
        <Button size="compact-sm" aria-label="Smaller" onClick={() => zoom(0.8)}>−</Button><Button size="compact-sm" aria-label="Larger" onClick={() => zoom(1.25)}>+</Button><Button size="compact-sm" onClick={() => viewer.current?.get<Canvas>('canvas').zoom('fit-viewport', 'auto')}>Fit</Button>
      </fieldset>
      {wrong ? <EmptyState title="This model cannot be drawn.">Its file can be downloaded and opened in a modelling tool.</EmptyState> : null}
      <div ref={frame} className={css.canvas} hidden={wrong} />
    </figure>
  );
}

const READABLE = 0.72, LARGEST = 1.1, MARGIN = 24;

/** As wide as the page where that can be read, else from its start; as high as it needs. */
function open(viewer: NavigatedViewer, frame: HTMLDivElement): void {
  const canvas = viewer.get<Canvas>('canvas');
  const { inner } = canvas.viewbox();
  const scale = Math.min(LARGEST, Math.max(READABLE, frame.clientWidth / (inner.width + 2 * MARGIN)));
  frame.style.height = `${Math.min(620, Math.max(220, (inner.height + 2 * MARGIN) * scale + 40))}px`;
  canvas.resized();
  const [width, height] = [frame.clientWidth / scale, frame.clientHeight / scale];
  const y = height < inner.height + 2 * MARGIN ? inner.y - MARGIN : inner.y + inner.height / 2 - height / 2;
  canvas.viewbox({ x: width < inner.width + 2 * MARGIN ? inner.x - MARGIN : inner.x + inner.width / 2 - width / 2, y, width, height });
}

/** The drawing can be reached by keyboard; what it is and where it is told in words is said there. */
function nameCanvas(frame: HTMLDivElement | null, label: string): void {
  const svg = frame?.querySelector('.djs-container > svg');
  svg?.setAttribute('role', 'img');
  svg?.setAttribute('aria-label', `${label}. Control and the arrow keys move it. The same in words is below.`);
}
