// Nothing: a browser that meets this goes on with the document in a task of its own (src/pages/[route].astro).
