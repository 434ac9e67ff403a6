import { Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import css from './door.module.css';

interface FigureDoorProps {
  readonly text: string;
  readonly claim: string;
  readonly meaning: string;
  readonly age: string;
}

/** A figure that opens: hovered or focused it says what it means and how old it is; followed, it shows its lineage in the drawer. */
export function FigureDoor({ text, claim, meaning, age }: FigureDoorProps) {
  return (
    <Tooltip label={<><span>{meaning}</span><br /><span className={css.age}>{age} · opens how it was worked out</span></>} classNames={{ tooltip: css.tip ?? '' }}>
      <Link to="." search={(now) => ({ ...now, figure: claim })} className={text.length < 24 ? `${css.door} ${css.whole}` : css.door} resetScroll={false} data-figure={claim}>{text}</Link>
    </Tooltip>
  );
}
