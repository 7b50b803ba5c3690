declare module 'maplibre-gl/dist/maplibre-gl-worker.mjs' {
  const worker: object;
  export default worker;
}
