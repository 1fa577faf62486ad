/** What a practice server is called when nobody names it. */
export const usualName = 'PS07.corp.example';
