export const SITE_TITLE = 'La Marge';
export const SITE_DESCRIPTION =
	'Carnet de cuisine, d’atelier et de montagne. Notes written beside the page, in two languages.';
