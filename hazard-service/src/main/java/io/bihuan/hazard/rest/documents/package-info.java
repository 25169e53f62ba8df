/** The calls that show the documents which a hazard's steps issued. */
@NullMarked
package io.bihuan.hazard.rest.documents;

import org.jspecify.annotations.NullMarked;
