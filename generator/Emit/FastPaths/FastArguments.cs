namespace Compiled.Generator.Emit.FastPaths;

/// <summary>
/// Writes what a task is given. A handler may keep it, so that of an input in memory that is used again its parts are copied, all into one text; else the object is built around
/// the parts.
/// </summary>
internal sealed class FastArguments(FastPathWriter path)
{
    /// <summary>Writes the lines; gives the local with the arguments.</summary>
    /// <param name="arguments">What the task is given.</param>
    /// <param name="mayBeKept">Whether whoever is called may still have them afterwards.</param>
    public string Write(FastValue arguments, bool mayBeKept)
    {
        string given = path.Locals.NewLocal(), built = $"{given} = {path.Builder.Build(arguments)};";
        if (!mayBeKept || !path.IsProjected || path.IsQueried || arguments.Leaves == 0)
        {
            path.Code.Line(built);
            return given;
        }

        string writer = path.Locals.Own("given");
        path.Code.Open("if (path.IsBorrowed)").Line($"ArrayWriter {writer} = ArrayWriter.RentForArguments();");
        FastWriting.Write(path.Code, writer, arguments, path.Builder);
        path.Code.Line($"{given} = path.TakeArguments({writer});");
        path.Leave($"{given}.IsMissing");
        path.Code.Close().Open("else").Line(built).Close();
        return given;
    }
}
