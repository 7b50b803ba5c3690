/** GLSL of the gap mask. Positions are metres on MapLibre's sphere around a local origin; the camera's centre is taken off first. */
const HEAD = `#version 300 es
precision highp float;
uniform mat4 u_matrix;
uniform vec2 u_centre;
`;

/** A disc as a square of four corners; \`offset\` runs from -1 to 1 and a rim's width more, for the smooth edge. */
export const DISC_VERTEX = `${HEAD}
uniform vec2 u_rim;
layout(location = 0) in vec3 disc;
out vec2 offset;
void main() {
  vec2 corner = vec2(gl_VertexID & 1, (gl_VertexID >> 1) & 1) * 2.0 - 1.0;
  vec2 centre = disc.xy - u_centre;
  float depth = (u_matrix * vec4(centre, 0.0, 1.0)).w;
  offset = corner * (1.0 + u_rim.x * max(depth / u_rim.y, 0.2) / max(disc.z, 0.001));
  gl_Position = disc.z > 0.0 ? u_matrix * vec4(centre + offset * disc.z, 0.0, 1.0) : vec4(2.0, 2.0, 2.0, 1.0);
}`;

export const DISC_FRAGMENT = `#version 300 es
precision highp float;
in vec2 offset;
out vec4 cover;
void main() {
  float d = length(offset);
  vec2 outward = offset / max(d, 1e-6);
  float pixel = length(vec2(dot(outward, dFdx(offset)), dot(outward, dFdy(offset))));
  cover = vec4(clamp(0.5 + (1.0 - d) / max(pixel, 1e-6), 0.0, 1.0));
}`;

export const LAND_VERTEX = `${HEAD}
layout(location = 0) in vec2 place;
out vec2 metres;
void main() {
  metres = place;
  gl_Position = u_matrix * vec4(place - u_centre, 0.0, 1.0);
}`;

/** Tint and hatch where no disc is. The hatch lies on the ground: its spacing in metres is a power of two near nine pixels. */
export const LAND_FRAGMENT = `#version 300 es
precision highp float;
uniform sampler2D u_cover;
uniform vec3 u_colour;
uniform vec4 u_hatch;
in vec2 metres;
out vec4 colour;
void main() {
  float gap = 1.0 - texelFetch(u_cover, ivec2(gl_FragCoord.xy), 0).r;
  float along = (metres.x + metres.y) * 0.70710678 / u_hatch.x;
  float pixel = max(fwidth(along), 1e-6);
  float stripe = clamp((0.5 * u_hatch.y - abs(fract(along) - 0.5)) / pixel + 0.5, 0.0, 1.0);
  float alpha = gap * mix(u_hatch.z, u_hatch.w, stripe);
  colour = vec4(u_colour * alpha, alpha);
}`;
