export const SITE_TITLE = 'La marge';
