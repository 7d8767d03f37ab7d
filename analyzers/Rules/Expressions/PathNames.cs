namespace Compiled.Rules;

/// <summary>Names as paths write them.</summary>
public static class PathNames
{
    /// <summary>The step to the field of a name: <c>.total</c>, or <c>['a b']</c> where a dot cannot lead to it.</summary>
    public static string Step(string name) =>
        name.Length > 0 && name.All(static c => char.IsLetterOrDigit(c) || c == '_') ? "." + name : "['" + name.Replace("\\", "\\\\").Replace("'", "\\'") + "']";

    /// <summary>The name as JSONata writes it: as it is, or in back quotes.</summary>
    public static string Jsonata(string name) =>
        name.Length > 0 && !char.IsDigit(name[0]) && name.All(static c => char.IsLetterOrDigit(c) || c == '_') ? name : "`" + name + "`";
}
