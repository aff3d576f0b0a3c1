export default { legacy: { collectionsBackwardsCompat: true } };
