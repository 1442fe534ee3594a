@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.redress.planted.kernel;
