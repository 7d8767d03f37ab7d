namespace Compiled.Generator.Pipeline;

/// <summary>Finds the definition that a <c>[StateMachine]</c> class means.</summary>
internal static class DefinitionMatcher
{
    // Tried in this order when the attribute names no file: OrderWorkflow means Order.asl.json unless OrderWorkflow.asl.json exists.
    private static readonly string[] s_suffixes = ["", "Workflow", "StateMachine"];

    /// <summary>All definitions that fit, in the order of their paths; more than one means that the name is ambiguous.</summary>
    public static IReadOnlyList<DefinitionFile> Find(HandlerClass handlers, IReadOnlyList<DefinitionFile> files) =>
        handlers.DefinitionFile.Length == 0 ? FindByClass(handlers.Name, files) : FindByPath(handlers.DefinitionFile, files);

    private static IReadOnlyList<DefinitionFile> FindByPath(string written, IReadOnlyList<DefinitionFile> files)
    {
        string wanted = written.Replace('\\', '/');
        while (wanted.StartsWith("./", StringComparison.Ordinal) || wanted.StartsWith("../", StringComparison.Ordinal))
            wanted = wanted.Substring(wanted.IndexOf('/') + 1);
        return InOrder(files.Where(file => file.Path == wanted || file.Path.EndsWith("/" + wanted, StringComparison.Ordinal)));
    }

    private static IReadOnlyList<DefinitionFile> FindByClass(string className, IReadOnlyList<DefinitionFile> files)
    {
        foreach (string suffix in s_suffixes)
        {
            if (!className.EndsWith(suffix, StringComparison.Ordinal))
                continue;
            string name = className.Substring(0, className.Length - suffix.Length);
            IReadOnlyList<DefinitionFile> found = InOrder(files.Where(file => CSharpNames.Pascal(file.Name) == name));
            if (found.Count > 0)
                return found;
        }

        return [];
    }

    private static IReadOnlyList<DefinitionFile> InOrder(IEnumerable<DefinitionFile> files) =>
        [.. files.OrderBy(file => file.Path.Length).ThenBy(file => file.Path, StringComparer.Ordinal)];
}
