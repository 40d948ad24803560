/** Names by which markup takes the place of what scripts of a page rely on: HTML (10). */
export const clobbering: readonly string[] = [
  '<img name="copydesk"><p id="copydesk">Ferry</p>',
  '<form id="document"><input name="cookie"></form>',
  '<form name="body"><input name="parentNode"><input name="childNodes"></form>',
  '<form><input name="attributes"><input name="nodeName"><input name="removeChild"></form>',
  '<a id="trustedTypes"></a><a id="trustedTypes" name="createPolicy" href="https://canary.example/{n}">x</a>',
  '<iframe name="copydesk" srcdoc="<a id=invoke href=https://canary.example/{n}></a>"></iframe>',
  '<p id="root">Ferry</p><p id="__proto__">Ferry</p><p id="constructor">Ferry</p>',
  '<img id="getElementById" name="getElementById"><img name="createElement">',
  '<a id="location" href="https://canary.example/{n}">x</a><form name="location"></form>',
  '<p id="alert" name="alert">Ferry</p><p class="ProseMirror tiptap" contenteditable="true">Ferry</p>',
];
