import type { MapPalette } from './palette';

/** Drawn at twice the size, so that they are sharp on dense screens. */
const SCALE = 2;

type Pen = CanvasRenderingContext2D;
type Draw = (pen: Pen, size: number) => void;

function picture(size: number, draw: Draw): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size * SCALE;
  const pen = canvas.getContext('2d')!;
  pen.scale(SCALE, SCALE);
  pen.lineJoin = 'round';
  pen.lineCap = 'round';
  draw(pen, size);
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}

function disc(pen: Pen, x: number, y: number, radius: number): void {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
}

function line(pen: Pen, ax: number, ay: number, bx: number, by: number): void {
  pen.beginPath();
  pen.moveTo(ax, ay);
  pen.lineTo(bx, by);
  pen.stroke();
}

/** Shape as well as colour tells a hydrant's state. The weight of the rim tells its flow class, 1 to 3. */
function hydrant(palette: MapPalette, sign: string, flow: number): Draw {
  return (pen, size) => {
    const c = size / 2;
    const r = 4.4 + flow * 0.9;
    const colour =
      { working: palette.hydrant, damaged: palette.damaged, planned: palette.hydrant, unknown: palette.unknown }[
        sign
      ] ?? palette.out;
    disc(pen, c, c, r + 1.4);
    pen.fillStyle = palette.paper;
    pen.fill();
    disc(pen, c, c, r);
    pen.fillStyle = sign === 'planned' || sign === 'unknown' ? palette.paper : colour;
    pen.fill();
    pen.strokeStyle = colour;
    pen.lineWidth = 1.8;
    pen.stroke();
    pen.strokeStyle = palette.paper;
    pen.lineWidth = 1.8;
    if (sign === 'damaged') line(pen, c - r * 0.62, c + r * 0.62, c + r * 0.62, c - r * 0.62);
    if (sign === 'out') {
      line(pen, c - r * 0.5, c - r * 0.5, c + r * 0.5, c + r * 0.5);
      line(pen, c - r * 0.5, c + r * 0.5, c + r * 0.5, c - r * 0.5);
    }
    if (sign === 'unknown') word(pen, '?', c, c, 9, colour);
  };
}

function word(pen: Pen, text: string, x: number, y: number, size: number, colour: string): void {
  pen.fillStyle = colour;
  pen.font = `700 ${size}px system-ui, sans-serif`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(text, x, y + 0.5);
}

/** A white flame-drop on a deep red shield. */
function station(palette: MapPalette, planned: boolean): Draw {
  return (pen, size) => {
    const c = size / 2;
    pen.beginPath();
    pen.roundRect(3, 3, size - 6, size - 6, 6);
    pen.fillStyle = planned ? palette.paper : palette.station;
    pen.fill();
    pen.lineWidth = 2;
    pen.strokeStyle = planned ? palette.station : palette.paper;
    pen.stroke();
    pen.fillStyle = planned ? palette.station : '#ffffff';
    pen.beginPath();
    pen.moveTo(c, 8);
    pen.bezierCurveTo(c + 9, c - 2, c + 8, size - 8, c, size - 8);
    pen.bezierCurveTo(c - 8, size - 8, c - 8, c + 1, c - 3, c - 2);
    pen.bezierCurveTo(c - 3, c + 1, c - 1, c + 1, c, 8);
    pen.fill();
  };
}

function diamond(colour: string, edge: string, filled: boolean): Draw {
  return (pen, size) => {
    const c = size / 2;
    const r = size / 2 - 2.5;
    pen.beginPath();
    pen.moveTo(c, c - r);
    pen.lineTo(c + r, c);
    pen.lineTo(c, c + r);
    pen.lineTo(c - r, c);
    pen.closePath();
    pen.fillStyle = filled ? colour : edge;
    pen.fill();
    pen.strokeStyle = filled ? edge : colour;
    pen.lineWidth = 1.6;
    pen.stroke();
  };
}

function square(colour: string, edge: string, ring: string | null): Draw {
  return (pen, size) => {
    const c = size / 2;
    const r = ring ? size / 2 - 6 : size / 2 - 3;
    if (ring) {
      disc(pen, c, c, size / 2 - 1.6);
      pen.fillStyle = edge;
      pen.fill();
      pen.strokeStyle = ring;
      pen.lineWidth = 2;
      pen.stroke();
    }
    pen.beginPath();
    pen.roundRect(c - r, c - r, 2 * r, 2 * r, 1.5);
    pen.fillStyle = colour;
    pen.fill();
    pen.strokeStyle = edge;
    pen.lineWidth = ring ? 0 : 1.4;
    if (!ring) pen.stroke();
  };
}

function drop(colour: string, edge: string): Draw {
  return (pen, size) => {
    const c = size / 2;
    pen.beginPath();
    pen.moveTo(c, 2);
    pen.bezierCurveTo(size, c + 1, c + 6, size - 2, c, size - 2);
    pen.bezierCurveTo(c - 6, size - 2, 0, c + 1, c, 2);
    pen.fillStyle = colour;
    pen.fill();
    pen.strokeStyle = edge;
    pen.lineWidth = 1.4;
    pen.stroke();
  };
}

function triangle(colour: string, edge: string): Draw {
  return (pen, size) => {
    pen.beginPath();
    pen.moveTo(size / 2, 2);
    pen.lineTo(size - 2, size - 3);
    pen.lineTo(2, size - 3);
    pen.closePath();
    pen.fillStyle = colour;
    pen.fill();
    pen.strokeStyle = edge;
    pen.lineWidth = 1.4;
    pen.stroke();
  };
}

function badge(colour: string, edge: string): Draw {
  return (pen, size) => {
    disc(pen, size / 2, size / 2, size / 2 - 2);
    pen.fillStyle = colour;
    pen.fill();
    pen.strokeStyle = edge;
    pen.lineWidth = 2;
    pen.stroke();
  };
}

/** A cross with a light edge. */
function cross(colour: string, edge: string): Draw {
  return (pen, size) => {
    for (const [width, stroke] of [
      [5, edge],
      [2.2, colour],
    ] as const) {
      pen.lineWidth = width;
      pen.strokeStyle = stroke;
      line(pen, 3, 3, size - 3, size - 3);
      line(pen, 3, size - 3, size - 3, 3);
    }
  };
}

/** Stripes of a tile that repeats without a seam. */
function hatch(colour: string): Draw {
  return (pen, size) => {
    pen.strokeStyle = colour;
    pen.globalAlpha = 0.4;
    pen.lineWidth = 1.2;
    for (const shift of [-size, 0, size]) line(pen, shift, size, shift + size, 0);
  };
}

export interface SymbolImage {
  readonly name: string;
  readonly image: ImageData;
  readonly pixelRatio: number;
}

const SIGNS = ['working', 'damaged', 'out', 'planned', 'unknown'];

/** All fixed symbols of a palette. */
export function symbolImages(palette: MapPalette): SymbolImage[] {
  const { paper } = palette;
  const made: [string, number, Draw][] = [
    ...SIGNS.flatMap((sign) =>
      [0, 1, 2, 3].map((flow): [string, number, Draw] => [`hydrant-${sign}-${flow}`, 20, hydrant(palette, sign, flow)]),
    ),
    ['station', 34, station(palette, false)],
    ['station-planned', 34, station(palette, true)],
    ['micro-online', 17, diamond(palette.station, paper, true)],
    ['micro-offline', 17, diamond(palette.station, paper, false)],
    ['brigade', 16, square(palette.brigade, paper, null)],
    ['unit', 14, square(palette.unit, paper, null)],
    ['unit-high', 22, square(palette.unit, paper, palette.damaged)],
    ['source', 18, drop(palette.water2, paper)],
    ['hazard', 15, triangle(palette.dataGap, paper)],
    ['gap-badge', 26, badge(palette.gapLine, palette.onGap)],
    ['remote', 16, cross(palette.gapLine, paper)],
    ['unreached', 10, hatch(palette.out)],
  ];
  return made.map(([name, size, draw]) => ({ name, image: picture(size, draw), pixelRatio: SCALE }));
}

/** Parts of a cluster's ring, in eighths. */
export const RING_PARTS = 8;

/** `ring|7|0|1|0|0`: eighths working, damaged, out, planned, unknown, drawn clockwise from the top. */
export function ringImage(name: string, palette: MapPalette): SymbolImage | null {
  const [kind, ...parts] = name.split('|');
  if (kind !== 'ring' || parts.length !== 5) return null;
  const eighths = parts.map(Number);
  const sum = eighths.reduce((total, part) => total + part, 0) || 1;
  const colours = [palette.hydrant, palette.damaged, palette.out, palette.paper, palette.unknown];
  const image = picture(44, (pen, size) => {
    const c = size / 2;
    disc(pen, c, c, c - 1);
    pen.fillStyle = palette.paper;
    pen.fill();
    let from = -Math.PI / 2;
    for (const [k, part] of eighths.entries()) {
      const to = from + (2 * Math.PI * part) / sum;
      if (part > 0) {
        pen.beginPath();
        pen.arc(c, c, c - 4.5, from, to);
        pen.lineCap = 'butt';
        pen.lineWidth = 5;
        pen.strokeStyle = k === 3 ? palette.hydrant : colours[k]!;
        pen.stroke();
        if (k === 3) {
          pen.lineWidth = 2.4;
          pen.strokeStyle = palette.paper;
          pen.stroke();
        }
      }
      from = to;
    }
  });
  return { name, image, pixelRatio: SCALE };
}
