import { defineConfig } from "eslint/config";
import tsdoc from "eslint-plugin-tsdoc";
import tseslint from "typescript-eslint";

/** Rooms and what may not be imported into each; `typesOnly` lists what may be imported for its types alone. */
const rooms = {
  "src/errors.ts": { typesOnly: ["numbers", "vocabulary", "formulas", "model", "readings"] },
  "src/numbers/**": { never: ["vocabulary", "formulas", "model", "readings"] },
  "src/vocabulary/**": { never: ["formulas", "model", "readings"] },
  "src/formulas/**": { never: ["model", "readings"], typesOnly: ["vocabulary"] },
  "src/model/**": { never: ["readings"] },
  "src/readings/**": { typesOnly: ["model"] },
};

const decimal = {
  regex: "^decimal\\.js",
  message: "Import Decimal from src/numbers/decimal.ts: its precision is ours and not the application's.",
};
const frontDoor = {
  regex: "^volumes-and-values$|(^|/)index\\.ts$",
  message: "The front door is for users: import from the file that makes the thing.",
};

/** The rule that refuses these imports. */
function refuse(...patterns) {
  return { "@typescript-eslint/no-restricted-imports": ["error", { patterns }] };
}

/** A pattern for imports of other rooms, as seen from inside a room. */
function roomPattern(names, file, allowTypeImports) {
  const only = allowTypeImports ? " for anything but types" : "";
  return {
    regex: `^\\.\\.?/(\\.\\./)*(${names.join("|")})/`,
    message: `${file} does not import ${names.join(", ")}${only}: see CONTRIBUTING.md, Rooms.`,
    allowTypeImports,
  };
}

const roomRules = Object.entries(rooms).map(([file, { never = [], typesOnly = [] }]) => ({
  files: [file],
  rules: refuse(
    decimal,
    frontDoor,
    ...(never.length > 0 ? [roomPattern(never, file, false)] : []),
    ...(typesOnly.length > 0 ? [roomPattern(typesOnly, file, true)] : []),
  ),
}));

/** Syntax nobody uses here, each with what to do instead. */
const everywhere = [
  { selector: "TSEnumDeclaration", message: "Use a union of literal texts." },
  { selector: "TSModuleDeclaration[kind!='global'][id.type='Identifier']", message: "Use a module." },
  { selector: "ExportAllDeclaration", message: "Export by name." },
  {
    selector: "CallExpression:matches([callee.name='parseInt'], [callee.property.name='parseInt'])",
    message: "parseInt drops what it cannot read: parse with the library's own Decimal.",
  },
  {
    selector: "CallExpression[callee.object.name='Decimal'][callee.property.name=/^(set|config)$/]",
    message: "Settings shared by every user of Decimal change answers elsewhere.",
  },
  {
    selector:
      "ImportDeclaration[source.value='zod'] > :matches(ImportSpecifier[imported.name='z'], ImportDefaultSpecifier)",
    message: 'Write `import * as z from "zod"`: the named import takes every language with it.',
  },
  {
    selector: "CallExpression[callee.object.name='z'][callee.property.name='config']",
    message: "zod's settings belong to the application.",
  },
];
const defaultExport = {
  selector: ":matches(ExportDefaultDeclaration, ExportSpecifier[exported.name='default'])",
  message: "Export by name.",
};
const toFixed = {
  selector: "CallExpression[callee.property.name='toFixed']",
  message: "Printing a figure is the business of src/numbers.",
};

export default defineConfig(
  { ignores: ["dist/", "build/", "coverage/", "node_modules/"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    plugins: { tsdoc },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "tsdoc/syntax": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/consistent-type-exports": "error",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      eqeqeq: "error",
      "no-restricted-syntax": ["error", ...everywhere, defaultExport],
      ...refuse(decimal),
    },
  },
  {
    files: ["src/**"],
    rules: { "no-restricted-syntax": ["error", ...everywhere, defaultExport, toFixed] },
  },
  {
    files: ["src/numbers/**"],
    rules: { "no-restricted-syntax": ["error", ...everywhere, defaultExport] },
  },
  { files: ["src/*.ts", "src/**"], rules: refuse(decimal, frontDoor) },
  ...roomRules,
  { files: ["src/index.ts"], rules: refuse(decimal) },
  {
    // The one file that may touch decimal.js.
    files: ["src/numbers/decimal.ts"],
    rules: refuse(frontDoor, roomPattern(rooms["src/numbers/**"].never, "src/numbers", false)),
  },
  {
    // Tests say wrong things on purpose.
    files: ["test/**"],
    rules: {
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  },
  {
    // Tools find their settings in a default export.
    files: ["*.config.ts"],
    rules: { "no-restricted-syntax": ["error", ...everywhere] },
  },
);
