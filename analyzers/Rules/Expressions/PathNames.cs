namespace Compiled.Rules;

/// <summary>Names as paths write them.</summary>
public static class PathNames
{
    /// <summary>The step to the field of a name: <c>.total</c>, or <c>['a b']</c> where a dot cannot lead to it.</summary>
    public static string Step(string name) =>
        name.Length > 0 && name.All(static c => char.IsLetterOrDigit(c) || c == '_') ? "." + name : "['" + name.Replace("\\", "\\\\").Replace("'", "\\'") + "']";
}
