import earcut, { flatten } from 'earcut';
import {
  type CustomLayerInterface,
  type CustomRenderMethodInput,
  type Map as MapLibreMap,
  MercatorCoordinate,
} from 'maplibre-gl';
import type { AreaGeometry } from '../../model/entities/spec';
import { makeProgram, type Program } from './program';
import { DISC_FRAGMENT, DISC_VERTEX, LAND_FRAGMENT, LAND_VERTEX } from './shaders';

/** MapLibre draws on a sphere of this radius; one unit of its mercator is the sphere's girth. */
const GIRTH_M = 2 * Math.PI * 6_371_008.8;
/** Between stripes, about. */
const HATCH_PX = 9;

/** The two triangles of a disc's square. */
const CORNERS = [0, 1, 2, 2, 1, 3];

interface Resources {
  readonly disc: Program;
  readonly land: Program;
  readonly texture: WebGLTexture;
  readonly framebuffer: WebGLFramebuffer;
  readonly discArray: WebGLVertexArrayObject;
  readonly landArray: WebGLVertexArrayObject;
  readonly discBuffer: WebGLBuffer;
  readonly discIndex: WebGLBuffer;
  readonly landBuffer: WebGLBuffer;
  readonly landIndex: WebGLBuffer;
}

/**
 * Draws the part of the district that no disc covers, exact at every zoom: discs go into an offscreen texture, the
 * district is filled where the texture holds none. Figures never come from here.
 */
export class GapMask implements CustomLayerInterface {
  readonly id = 'gap';
  readonly type = 'custom' as const;
  readonly renderingMode = '2d' as const;
  private map: MapLibreMap | null = null;
  private gl: WebGL2RenderingContext | null = null;
  private resources: Resources | null = null;
  private originX = Number.NaN;
  private originY = Number.NaN;
  /** x, y, radius for each of a disc's four corners. */
  private quads = new Float32Array(0);
  private discs = 0;
  private land = new Float32Array(0);
  private triangles = new Uint32Array(0);
  private discsStale = true;
  private landStale = true;
  private version = 0;
  private drawnKey = '';
  private size = '';
  private readonly matrix = new Float32Array(16);
  private readonly centre = new Float32Array(2);
  private colour: readonly [number, number, number] = [0.78, 0.07, 0.2];
  visible = true;

  setColour(colour: readonly [number, number, number]): void {
    this.colour = colour;
    this.map?.triggerRepaint();
  }

  setVisible(visible: boolean): void {
    this.visible = visible;
    this.map?.triggerRepaint();
  }

  setDistrict({ coordinates }: AreaGeometry): void {
    const vertices: number[] = [];
    const triangles: number[] = [];
    for (const rings of coordinates) {
      const flat = flatten(rings.map((ring) => ring.map(([lon, lat]) => this.local(lon, lat))));
      const base = vertices.length / 2;
      for (const index of earcut(flat.vertices, flat.holes, 2)) triangles.push(base + index);
      for (const value of flat.vertices) vertices.push(value);
    }
    this.land = Float32Array.from(vertices);
    this.triangles = Uint32Array.from(triangles);
    this.landStale = true;
    this.changed();
  }

  /** @param triples longitude, latitude, radius in metres */
  setDiscs(triples: Float64Array): void {
    this.discs = triples.length / 3;
    this.quads = new Float32Array(12 * this.discs);
    for (let i = 0; i < this.discs; i++) this.put(i, triples[3 * i]!, triples[3 * i + 1]!, triples[3 * i + 2]!);
    this.discsStale = true;
    this.changed();
  }

  /** Moves one disc: 48 bytes go to the graphics card. */
  moveDisc(i: number, lon: number, lat: number, radiusM: number): void {
    if (i >= this.discs) return;
    this.put(i, lon, lat, radiusM);
    const { gl, resources } = this;
    if (gl && resources && !this.discsStale) {
      gl.bindBuffer(gl.ARRAY_BUFFER, resources.discBuffer);
      gl.bufferSubData(gl.ARRAY_BUFFER, 48 * i, this.quads, 12 * i, 12);
      gl.bindBuffer(gl.ARRAY_BUFFER, null);
    }
    this.changed();
  }

  /** Also after a lost context: everything is made anew from the copies kept here. */
  onAdd(map: MapLibreMap, context: WebGLRenderingContext | WebGL2RenderingContext): void {
    const gl = context as WebGL2RenderingContext;
    this.map = map;
    this.gl = gl;
    this.drawnKey = '';
    this.size = '';
    this.discsStale = true;
    this.landStale = true;
    this.resources = makeResources(gl);
  }

  onRemove(): void {
    const { gl, resources } = this;
    this.gl = null;
    this.resources = null;
    if (!gl || !resources) return;
    for (const buffer of [resources.discBuffer, resources.discIndex, resources.landBuffer, resources.landIndex])
      gl.deleteBuffer(buffer);
    for (const array of [resources.discArray, resources.landArray]) gl.deleteVertexArray(array);
    gl.deleteTexture(resources.texture);
    gl.deleteFramebuffer(resources.framebuffer);
    gl.deleteProgram(resources.disc.handle);
    gl.deleteProgram(resources.land.handle);
  }

  /** Draws the discs into the texture when discs, camera or size have changed; a label that fades does not count. */
  prerender(context: WebGLRenderingContext | WebGL2RenderingContext, input: CustomRenderMethodInput): void {
    const gl = context as WebGL2RenderingContext;
    const { resources, map } = this;
    if (!resources || !map || !this.visible || Number.isNaN(this.originX)) return;
    this.readCamera(input);
    const width = gl.drawingBufferWidth;
    const height = gl.drawingBufferHeight;
    const size = `${width}×${height}`;
    const key = `${size} ${this.version} ${this.centre} ${this.matrix}`;
    if (key === this.drawnKey) return;
    this.drawnKey = key;
    gl.bindFramebuffer(gl.FRAMEBUFFER, resources.framebuffer);
    if (size !== this.size) this.resize(gl, resources, width, height, size);
    gl.viewport(0, 0, width, height);
    for (const capability of [gl.DEPTH_TEST, gl.STENCIL_TEST, gl.CULL_FACE, gl.SCISSOR_TEST]) gl.disable(capability);
    gl.colorMask(true, true, true, true);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    // Union of what is partly covered: 1 − (1 − a)(1 − b).
    gl.enable(gl.BLEND);
    gl.blendEquation(gl.FUNC_ADD);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_COLOR);
    this.uploadDiscs(gl, resources);
    this.use(gl, resources.disc);
    const metresPerPixel = (2 * GIRTH_M) / (512 * 2 ** map.getZoom()) / map.getPixelRatio();
    gl.uniform2f(resources.disc.uniforms.u_rim!, metresPerPixel, this.matrix[15]!);
    gl.bindVertexArray(resources.discArray);
    gl.drawElements(gl.TRIANGLES, 6 * this.discs, gl.UNSIGNED_INT, 0);
    gl.bindVertexArray(null);
  }

  render(context: WebGLRenderingContext | WebGL2RenderingContext): void {
    const gl = context as WebGL2RenderingContext;
    const { resources, map } = this;
    if (!resources || !map || !this.visible || this.triangles.length === 0) return;
    gl.bindVertexArray(resources.landArray);
    if (this.landStale) {
      gl.bindBuffer(gl.ARRAY_BUFFER, resources.landBuffer);
      gl.bufferData(gl.ARRAY_BUFFER, this.land, gl.STATIC_DRAW);
      gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, this.triangles, gl.STATIC_DRAW);
      gl.bindBuffer(gl.ARRAY_BUFFER, null);
      this.landStale = false;
    }
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, resources.texture);
    this.use(gl, resources.land);
    const { uniforms } = resources.land;
    const metresPerPixel = GIRTH_M / (512 * 2 ** map.getZoom());
    gl.uniform1i(uniforms.u_cover!, 0);
    gl.uniform3f(uniforms.u_colour!, ...this.colour);
    gl.uniform4f(uniforms.u_hatch!, 2 ** Math.round(Math.log2(HATCH_PX * metresPerPixel)), 0.2, 0.09, 0.6);
    gl.drawElements(gl.TRIANGLES, this.triangles.length, gl.UNSIGNED_INT, 0);
    gl.bindVertexArray(null);
  }

  private local(lon: number, lat: number): [number, number] {
    const { x, y } = MercatorCoordinate.fromLngLat([lon, lat]);
    if (Number.isNaN(this.originX)) {
      this.originX = x;
      this.originY = y;
    }
    return [(x - this.originX) * GIRTH_M, (y - this.originY) * GIRTH_M];
  }

  private put(i: number, lon: number, lat: number, radiusM: number): void {
    const [x, y] = this.local(lon, lat);
    const radius = (radiusM * sphereScale(lat)) / Math.cos((lat * Math.PI) / 180);
    for (let at = 12 * i; at < 12 * i + 12; at += 3) {
      this.quads[at] = x;
      this.quads[at + 1] = y;
      this.quads[at + 2] = radius;
    }
  }

  private changed(): void {
    this.version++;
    this.map?.triggerRepaint();
  }

  /** Metres around the camera's centre to clip space: multiplied in doubles, rounded to floats last. */
  private readCamera(input: CustomRenderMethodInput): void {
    const { x, y } = MercatorCoordinate.fromLngLat(this.map!.getCenter());
    const m = input.defaultProjectionData.mainMatrix as ArrayLike<number>;
    this.centre[0] = (x - this.originX) * GIRTH_M;
    this.centre[1] = (y - this.originY) * GIRTH_M;
    const cx = this.originX + this.centre[0]! / GIRTH_M;
    const cy = this.originY + this.centre[1]! / GIRTH_M;
    for (let row = 0; row < 4; row++) {
      this.matrix[row] = m[row]! / GIRTH_M;
      this.matrix[4 + row] = m[4 + row]! / GIRTH_M;
      this.matrix[8 + row] = m[8 + row]!;
      this.matrix[12 + row] = m[row]! * cx + m[4 + row]! * cy + m[12 + row]!;
    }
  }

  private resize(
    gl: WebGL2RenderingContext,
    { texture }: Resources,
    width: number,
    height: number,
    size: string,
  ): void {
    this.size = size;
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.R8, width, height, 0, gl.RED, gl.UNSIGNED_BYTE, null);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
  }

  private uploadDiscs(gl: WebGL2RenderingContext, { discArray, discBuffer }: Resources): void {
    if (!this.discsStale) return;
    const index = new Uint32Array(6 * this.discs);
    for (let k = 0; k < index.length; k++) index[k] = 4 * Math.floor(k / 6) + CORNERS[k % 6]!;
    gl.bindVertexArray(discArray);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, index, gl.STATIC_DRAW);
    gl.bindVertexArray(null);
    gl.bindBuffer(gl.ARRAY_BUFFER, discBuffer);
    gl.bufferData(gl.ARRAY_BUFFER, this.quads, gl.DYNAMIC_DRAW);
    gl.bindBuffer(gl.ARRAY_BUFFER, null);
    this.discsStale = false;
  }

  private use(gl: WebGL2RenderingContext, { handle, uniforms }: Program): void {
    gl.useProgram(handle);
    gl.uniformMatrix4fv(uniforms.u_matrix!, false, this.matrix);
    gl.uniform2fv(uniforms.u_centre!, this.centre);
  }
}

/** A metre of WGS84 at this latitude in metres of MapLibre's sphere (mean of the two radii of curvature). */
export function sphereScale(lat: number): number {
  const e2 = 0.00669437999014;
  const s = 1 - e2 * Math.sin((lat * Math.PI) / 180) ** 2;
  const meridian = (6_378_137 * (1 - e2)) / s ** 1.5;
  const parallel = 6_378_137 / Math.sqrt(s);
  return 6_371_008.8 / Math.sqrt(meridian * parallel);
}

function makeResources(gl: WebGL2RenderingContext): Resources {
  const [discArray, landArray] = [gl.createVertexArray(), gl.createVertexArray()];
  const [discBuffer, discIndex, landBuffer, landIndex] = [
    gl.createBuffer(),
    gl.createBuffer(),
    gl.createBuffer(),
    gl.createBuffer(),
  ];
  for (const [array, buffer, index, numbers] of [
    [discArray, discBuffer, discIndex, 3],
    [landArray, landBuffer, landIndex, 2],
  ] as const) {
    gl.bindVertexArray(array);
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, index);
    gl.enableVertexAttribArray(0);
    gl.vertexAttribPointer(0, numbers, gl.FLOAT, false, 0, 0);
  }
  gl.bindVertexArray(null);
  gl.bindBuffer(gl.ARRAY_BUFFER, null);
  return {
    disc: makeProgram(gl, DISC_VERTEX, DISC_FRAGMENT),
    land: makeProgram(gl, LAND_VERTEX, LAND_FRAGMENT),
    texture: gl.createTexture(),
    framebuffer: gl.createFramebuffer(),
    discArray,
    landArray,
    discBuffer,
    discIndex,
    landBuffer,
    landIndex,
  };
}
