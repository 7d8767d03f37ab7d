namespace Compiled.Generator.Pipeline;

/// <summary>The metadata that a project may set on a definition: <c>&lt;AdditionalFiles Update="Order.asl.json" CompiledType="Express" /&gt;</c>.</summary>
internal static class DefinitionMetadata
{
    /// <summary>The namespace of the class. Default: the project's root namespace.</summary>
    public const string Namespace = "CompiledNamespace";

    /// <summary>The name of the class. Default: the file's name in Pascal case.</summary>
    public const string ClassName = "CompiledClassName";

    /// <summary>The accessibility of the class: public (default) or internal.</summary>
    public const string Accessibility = "CompiledAccessibility";

    /// <summary>The type of the machine: Standard (default) or Express.</summary>
    public const string Type = "CompiledType";

    /// <summary>Each piece of metadata with what it may be, in words.</summary>
    public static IReadOnlyList<(string Name, Func<string, bool> IsUsable, string Expected)> All { get; } =
    [
        (Namespace, CSharpNames.IsQualifiedName, "a C# namespace"),
        (ClassName, IsClassName, "a C# class name"),
        (Accessibility, IsAccessibility, "'public' or 'internal'"),
        (Type, IsType, "'Standard' or 'Express'"),
    ];

    /// <summary>Whether a class may have this name.</summary>
    public static bool IsClassName(string text) => CSharpNames.IsQualifiedName(text) && text.IndexOf('.') < 0;

    /// <summary>Whether a class made from a file may have this accessibility.</summary>
    public static bool IsAccessibility(string text) => text is "public" or "internal";

    /// <summary>Whether this is a type of machine.</summary>
    public static bool IsType(string text) => text is "Standard" or "Express";
}
