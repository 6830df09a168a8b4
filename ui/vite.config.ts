import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Fonts and workers stay files of their own: the content security policy of
// the window allows 'self' alone, and no data addresses for fonts.
export default defineConfig({
  base: './',
  plugins: [react()],
  build: {
    target: 'safari16.4',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
  },
});
