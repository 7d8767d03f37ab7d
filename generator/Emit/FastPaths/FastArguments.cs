using System.Linq;

namespace Compiled.Generator.Emit.FastPaths;

/// <summary>
/// Writes what a task is given. A handler may keep it, so that of an input in memory that is used again its parts are copied, all into one text; else the object is built around
/// the parts.
/// </summary>
internal sealed class FastArguments(FastPathWriter path)
{
    /// <summary>Whether they are written as text of a borrowed input.</summary>
    /// <param name="mayBeKept">Whether whoever is called may still have them afterwards.</param>
    public bool AreText(bool mayBeKept) => mayBeKept && path.IsProjected && !path.IsQueried;

    /// <summary>Writes the lines; gives the local with the arguments.</summary>
    /// <param name="arguments">What the task is given.</param>
    /// <param name="mayBeKept">Whether whoever is called may still have them afterwards.</param>
    public string Write(FastValue arguments, bool mayBeKept)
    {
        string given = path.Locals.NewLocal();
        if (!AreText(mayBeKept) || arguments.Leaves == 0)
        {
            path.Code.Line($"{given} = {path.Builder.Build(arguments)};");
            return given;
        }

        string writer = path.Locals.Own("given");
        path.Code.Open("if (path.IsBorrowed)").Line($"ArrayWriter {writer} = path.BeginArguments();");
        FastWriting.Write(path.Code, writer, arguments, path.Builder);
        path.Code.Line($"{given} = path.TakeArguments({writer});");
        path.Leave($"{given}.IsMissing");
        path.Code.Close().Open("else");
        path.Code.Line($"{given} = {path.Builder.Build(Found(arguments))};").Close();
        return given;
    }

    // With what paths find in locals.
    private FastValue Found(FastValue value) => value switch
    {
        FastMatches matches => path.Take(matches.Name, mayBeLarge: true, isPresent: true),
        FastObject made => new FastObject([.. made.Members.Select(member => new FastMember(member.Name, Found(member.Value)))]),
        _ => value,
    };
}
