import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Modules of the shared charts and words that reach for Node, and what stands in their place in a browser. */
const IN_BROWSER: Readonly<Record<string, string>> = {
  [here('../src/common/charts/drawing-document.ts')]: here('src/browser/drawing-document.ts'),
  [here('../src/common/charts/world-shapes.ts')]: here('src/browser/world-shapes.ts'),
  [here('../src/common/states.ts')]: here('src/browser/states.ts'),
};

/** Frame, questions to the server, words of the house; not the texts of a language or of single pages, nor what draws. */
const SHARED =
  /[\\/]web[\\/]src[\\/](?:api|layout|browser[\\/]states|words[\\/](?:language|moments))|[\\/]src[\\/]common[\\/](?:wording[\\/](?!hidden|study|target)|state|space|language|charts[\\/](?:palette|corridor-title|corridors|ticks|chart-words))/;

function browserModules(): Plugin {
  return {
    name: 'browser-modules',
    enforce: 'pre',
    async resolveId(source, importer) {
      const resolved = await this.resolve(source, importer, { skipSelf: true });
      return resolved === null ? null : (IN_BROWSER[resolved.id] ?? null);
    },
  };
}

export default defineConfig({
  root: here('.'),
  plugins: [browserModules(), react()],
  build: {
    outDir: here('../dist/web'),
    emptyOutDir: true,
    target: 'es2023',
    // What every page shares is small and travels together: each file of its own would cost its headers again.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'shared', test: SHARED, minShareCount: 2 }] } } },
  },
  server: { proxy: { '/api': 'http://localhost:4300' } },
});
