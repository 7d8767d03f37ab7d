namespace Compiled.Rules;

/// <summary>How much looking at worlds one machine is worth, so that no definition makes the rules slow.</summary>
internal sealed class ReasoningBudget
{
    private const double MostAtOnce = 200_000;

    private double _left = 2_000_000;

    /// <summary>Takes the work from the budget; false when it is too much at once or nothing is left.</summary>
    public bool Take(double work)
    {
        if (work > MostAtOnce || work > _left)
            return false;
        _left -= work;
        return true;
    }
}
