/** The first bytes of a picture, as they look when read as UTF-8. */
export const text = '\ufffdPNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR\u0000\u0000\u0002\ufffd\u0000\u0000\u0001\ufffd\b\u0006\u0000\u0000\u0000'
