using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.FastPaths.Values;

namespace Compiled.Generator.Emit.FastPaths.Reading;

/// <summary>Writes how the input comes into locals, and a Map's items: whole, or in the parts that the path reads.</summary>
internal sealed class FastInput(FastReads reads, FastNames names)
{
    private readonly Dictionary<string, string> _itemsOf = new();

    /// <summary>The C# arguments of the projection; null where the input can't be read in parts.</summary>
    public string? Projection { get; private set; }

    /// <summary>Writes the start of the path. Where the input is read in parts, it is whole only for the frames.</summary>
    public void Write(FastPathWriter path)
    {
        _itemsOf.Clear();
        CodeWriter code = path.Code, parts = code.Beside();
        Projection = reads.WriteParts(FastNames.Input, parts.Indent(), names, path.Builder.IsBuilt);
        if (path.IsProjected)
        {
            code.Open("if (path.IsProjected)");
            path.Leave("!path.IsInputSmall(MostBytes)");
            code.Append(parts);
            code.Close().Open("else");
        }
        path.LeaveIfLarge(FastNames.Input);
        if (reads.IsGiven(FastNames.Input))
            code.Line($"{FastNames.Input} = {reads.Given(FastNames.Input)};");
        path.ReadParts(FastNames.Input);
        if (path.IsProjected)
            code.Close();
    }

    /// <summary>Writes what brings back all that the frames need of the input where the path is left after a call.</summary>
    /// <param name="path">The path.</param>
    /// <param name="code">Where to write.</param>
    /// <param name="needed">The locals that they need.</param>
    public void WriteAgain(FastPathWriter path, CodeWriter code, IEnumerable<string> needed)
    {
        if (path.IsProjected)
            code.If("at > 0", ["input = path.Input();", .. needed.Where(local => local != FastNames.Input && reads.IsGiven(local)).Select(local => $"{local} = {reads.Given(local)};")]);
    }

    /// <summary>A Map's next item, or its parts, come into locals.</summary>
    /// <param name="path">The path.</param>
    /// <param name="item">The local of the item.</param>
    /// <param name="items">The local of the items.</param>
    /// <param name="isLookedInto">Whether the items may have been read in parts.</param>
    public FastLocal WriteItem(FastPathWriter path, string item, string items, bool isLookedInto)
    {
        if (!isLookedInto)
            return path.Set(item, $"{items}.Current");
        _itemsOf[item] = items;
        path.Code.Open($"if ({items}.IsProjected)");
        reads.WriteItem(item, items, path.Code, names);
        path.Code.Close().Open("else");
        FastLocal whole = path.Set(item, $"{items}.Current");
        path.Code.Close();
        return whole;
    }

    /// <summary>The condition under which the value in a local is no object. What was read in parts is one.</summary>
    public string IsNoObject(string local)
    {
        string isWhole = local == FastNames.Input ? "!path.IsProjected && " : _itemsOf.TryGetValue(local, out string? items) ? $"!{items}.IsProjected && " : "";
        return $"{isWhole}!{local}.IsObject";
    }
}
