/** Fails a bundle that holds a byte of zod. */
const withoutZod = {
  name: "without-zod",
  setup(build) {
    build.initialOptions.metafile = true;
    build.onEnd((result) => {
      const bundled = Object.values(result.metafile?.outputs ?? {}).flatMap((output) =>
        Object.entries(output.inputs),
      );
      if (bundled.length === 0) return { errors: [{ text: "nothing was bundled, so nothing was checked" }] };
      const zod = bundled.filter(
        ([file, { bytesInOutput }]) => bytesInOutput > 0 && /node_modules\/zod\//.test(file),
      );
      return { errors: zod.map(([file]) => ({ text: `a formula alone takes ${file} with it` })) };
    });
  },
};

// index.js names every module once, for order; what is not used is then dropped, which is the point.
const quiet = { logOverride: { "ignored-bare-import": "silent" } };

export default [
  {
    name: "one formula",
    path: "dist/index.js",
    import: "{ starts }",
    limit: "15 kB",
    modifyEsbuildConfig: (config) => ({
      ...config,
      ...quiet,
      plugins: [...(config.plugins ?? []), withoutZod],
    }),
  },
  {
    name: "everything",
    path: "dist/index.js",
    import: "*",
    limit: "45 kB",
    modifyEsbuildConfig: (config) => ({ ...config, ...quiet }),
  },
  {
    name: "simulation, which is asked for by itself",
    path: "dist/simulation.js",
    import: "*",
    limit: "46 kB",
    modifyEsbuildConfig: (config) => ({ ...config, ...quiet }),
  },
];
