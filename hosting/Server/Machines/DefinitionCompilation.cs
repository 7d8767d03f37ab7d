namespace Compiled.Server.Machines;

/// <summary>Makes a workflow of a definition, as <see cref="Compilation.DefinitionCache.Compile"/> does.</summary>
internal delegate Workflow DefinitionCompilation(string name, string text, MachineType type);
