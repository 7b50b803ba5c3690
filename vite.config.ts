import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // The helper group comes first, or it lands in a heavy chunk that the shell would then preload.
          groups: [
            { name: 'runtime', test: /preload-helper|rolldown:runtime/, priority: 30 },
            {
              name: 'map',
              test: /node_modules[\\/](maplibre-gl|@maplibre|earcut|pmtiles|kdbush|supercluster)/,
              priority: 20,
            },
          ],
        },
      },
    },
  },
});
