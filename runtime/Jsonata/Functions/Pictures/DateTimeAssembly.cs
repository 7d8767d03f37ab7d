namespace Compiled.Jsonata;

/// <summary>Makes a time of the components that a text gave.</summary>
internal sealed class DateTimeAssembly
{
    // All components of dates and times, and those that one may be made of.
    private const string DateParts = "YXMxWwdD", DateOfMonth = "YMD", DateOfYear = "Yd", TimeParts = "PHhmsf", TimeOfDay = "Hmsf", TimeOfHalf = "Phmsf";

    private readonly Dictionary<char, double> _given;
    private readonly CivilTime _now;

    public DateTimeAssembly(Dictionary<char, double> given, in CivilTime now)
    {
        _given = given;
        _now = now;
    }

    public double Millis()
    {
        bool ofYear = !IsOnly(DateOfMonth, DateParts) && IsOnly(DateOfYear, DateParts);
        bool ofHalf = !IsOnly(TimeOfDay, TimeParts) && IsOnly(TimeOfHalf, TimeParts);

        // Dates of weeks are read, but jsonata-js makes no time of them.
        if (IsOnly("Xxw", DateParts) || IsOnly("XW", DateParts))
        {
            throw JsonataError.Of("D3136");
        }

        Fill((ofYear ? "YD" : DateOfMonth) + (ofHalf ? TimeOfHalf : TimeOfDay));
        double date = ofYear ? DayOfYear() : CivilTime.Utc(_given['Y'], _given['M'] > 0 ? _given['M'] - 1 : 0, _given['D']);
        double hour = ofHalf ? (_given['h'] == 12 ? 0 : _given['h']) + (_given['P'] == 1 ? 12 : 0) : _given['H'];
        double millis = CivilTime.Time(date, hour, _given['m'], _given['s'], _given['f']);
        return millis - (Offset() * 60_000);
    }

    // The month and day that many days into the year. A day beyond the year's end stays in the year, as in jsonata-js.
    private double DayOfYear()
    {
        double date = CivilTime.Utc(_given['Y'], 0) + ((_given['d'] - 1) * CivilTime.DayMillis);
        if (!(Math.Abs(date) <= CivilTime.MostMillis))
        {
            return double.NaN;
        }

        var derived = new CivilTime((long)date);
        return CivilTime.Utc(_given['Y'], derived.Month, derived.Day);
    }

    // From the most significant part to the least one: before the first that is given the present, behind the last one the least value.
    private void Fill(string parts)
    {
        bool hasStarted = false, hasEnded = false;
        foreach (char part in parts)
        {
            if (_given.TryGetValue(part, out double value) && !IsUnknown(part, value))
            {
                hasStarted = true;
                if (hasEnded)
                {
                    throw JsonataError.Of("D3136");
                }
            }
            else if (hasStarted)
            {
                _given[part] = part is 'M' or 'D' or 'd' ? 1 : 0;
                hasEnded = true;
            }
            else
            {
                // jsonata-js takes the half of the day from the present as text, which is not the number it compares with.
                _given[part] = part == 'P' ? 0 : DateTimeFields.Value(_now, part);
            }
        }
    }

    // A name that means nothing counts as not given; a number that could not be read is given, and spoils the time.
    private static bool IsUnknown(char part, double value) => double.IsNaN(value) && part is 'M' or 'P';

    private double Offset() => NonZero('Z') ? _given['Z'] : NonZero('z') ? _given['z'] : 0;

    // Whether at least one of the wanted components is there, and of all that could be no other. In jsonata-js a zero is not there.
    private bool IsOnly(string wanted, string all)
    {
        bool some = false;
        foreach (char component in all)
        {
            if (NonZero(component))
            {
                if (!wanted.Contains(component))
                {
                    return false;
                }

                some = true;
            }
        }

        return some;
    }

    private bool NonZero(char component) => _given.TryGetValue(component, out double value) && value is not (0 or double.NaN);
}
