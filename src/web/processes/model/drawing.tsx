import { Button } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { EmptyState } from '../../ui/states.tsx';
import flow from '../flow.module.css';
import { type Box, boxOf } from './box.ts';
import css from './model.module.css';

interface Canvas {
  viewbox(box: Box): void;
  resized(): void;
}

// The colours of the page: they follow when it turns light or dark.
const colours = { defaultFillColor: 'var(--hs-card)', defaultStrokeColor: 'var(--hs-ink-2)', defaultLabelColor: 'var(--hs-ink)' };
const letters = { defaultStyle: { fontFamily: 'Inter Variable, system-ui, sans-serif', fontSize: 14 }, externalStyle: { fontFamily: 'Inter Variable, system-ui, sans-serif', fontSize: 12 } };
const READABLE = 0.68, LARGEST = 1.1;

/** BPMN as a drawing: as wide as the page where that can be read, else from its start, and moved as any part of a page is, by finger, wheel or arrow keys. */
export function Drawing({ xml, label }: { readonly xml: string; readonly label: string }) {
  const { ref, width: now } = useElementSize();
  const frame = useRef<HTMLDivElement>(null);
  const [first, setFirst] = useState(0);
  // Before anything is painted, so that nothing below jumps.
  useLayoutEffect(() => setFirst(frame.current?.parentElement?.clientWidth ?? 0), []);
  const box = useMemo(() => boxOf(xml), [xml]);
  const drawn = useDrawn(frame, xml);
  const [zoom, setZoom] = useState(1);
  const whole = (now > 0 ? now : first) / box.width;
  const scale = Math.min(LARGEST, Math.max(READABLE, whole)) * zoom;
  useEffect(() => { if (drawn !== undefined && drawn !== 'wrong' && scale > 0) show(drawn, box, frame.current, label); }, [drawn, box, scale, label]);
  return (
    <figure className={css.figure}>
      <fieldset className={`${flow.zoom} no-print`}><legend className="visually-hidden">Size of the drawing</legend>
        <Button size="compact-sm" aria-label="Smaller" onClick={() => setZoom(Math.max(0.2, zoom / 1.25))}>−</Button><Button size="compact-sm" aria-label="Larger" onClick={() => setZoom(Math.min(4, zoom * 1.25))}>+</Button><Button size="compact-sm" onClick={() => setZoom((zoom * Math.min(LARGEST, whole)) / scale)}>Fit</Button>
      </fieldset>
      {drawn === 'wrong' ? <EmptyState title="This model cannot be drawn.">Its file can be downloaded and opened in a modelling tool.</EmptyState> : null}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard; the mark of bpmn-js stays in its corner */}
      <div className={css.place} hidden={drawn === 'wrong'}><section ref={ref} className={css.canvas} tabIndex={0} aria-label={label}><div ref={frame} className={css.drawn} style={{ width: box.width * scale, height: box.height * scale }} /></section></div>
      <figcaption className={`${css.note} no-print`}>{drawn !== 'wrong' && scale > whole * 1.02 ? 'The drawing is wider than the page: move it sideways, or choose Fit.' : ''}</figcaption>
    </figure>
  );
}

/** The drawing within a frame, once it is drawn. */
function useDrawn(frame: React.RefObject<HTMLDivElement | null>, xml: string): Canvas | 'wrong' | undefined {
  const [drawn, setDrawn] = useState<{ readonly of: string; readonly canvas: Canvas | 'wrong' }>();
  useEffect(() => {
    let end: (() => void) | undefined, gone = false;
    const draw = async () => {
      const { Viewer } = await import('./viewer.ts');
      if (gone || frame.current === null) return;
      const viewer = new Viewer({ container: frame.current, position: 'static', bpmnRenderer: colours, textRenderer: letters });
      end = () => viewer.destroy();
      const well = await viewer.importXML(xml).then(() => true, () => false);
      if (!gone) setDrawn({ of: xml, canvas: well ? viewer.get<Canvas>('canvas') : 'wrong' });
    };
    void draw();
    return () => { gone = true; end?.(); };
  }, [frame, xml]);
  // The drawing of another model is no more when this one comes.
  return drawn?.of === xml ? drawn.canvas : undefined;
}

function show(canvas: Canvas, box: Box, frame: HTMLDivElement | null, label: string): void {
  const picture = frame?.querySelector('.djs-container > svg');
  picture?.setAttribute('role', 'img');
  picture?.setAttribute('aria-label', `${label}. The same in words is below.`);
  picture?.setAttribute('tabindex', '-1');
  canvas.resized();
  canvas.viewbox(box);
}
