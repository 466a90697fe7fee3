// What `import './view.css'` and `import css from './view.css?inline'` mean to the bundler.
/// <reference types="vite/client" />
