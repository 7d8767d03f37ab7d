using Compiled.Values;

namespace Compiled.Jsonata;

/// <content>Times, in milliseconds since 1970 and as text.</content>
public static partial class JsonataFunctions
{
    /// <summary><c>$now(picture, timezone)</c>: the time of the evaluation as text, ISO 8601 in UTC unless told otherwise.</summary>
    /// <exception cref="JsonataException">D3130 to D3135: the picture is none. T0410: an argument does not fit, or the time zone is no offset.</exception>
    public static JsonValue Now(JsonValue picture, JsonValue timezone, Evaluation evaluation)
    {
        Arguments.String(picture, "now", 1);
        Arguments.String(timezone, "now", 2);
        return Format(evaluation.Now.ToUnixTimeMilliseconds(), Analysed(picture), timezone, "now", 2);
    }

    /// <summary><c>$millis()</c>: the time of the evaluation.</summary>
    public static JsonValue Millis(Evaluation evaluation) => evaluation.Now.ToUnixTimeMilliseconds();

    /// <summary>
    /// <c>$fromMillis(milliseconds, picture, timezone)</c>: <c>$fromMillis(0, "[D1o] [MNn] [Y]")</c> is <c>1st January 1970</c>. The time
    /// zone is an offset such as <c>+0530</c>.
    /// </summary>
    /// <exception cref="JsonataException">
    /// D3130 to D3135: the picture is none. T0410: an argument does not fit, or the time zone is no offset. D1001: the time is more than
    /// 100 million days from 1970.
    /// </exception>
    public static JsonValue FromMillis(JsonValue milliseconds, JsonValue picture, JsonValue timezone)
    {
        bool isThere = FiniteNumber(milliseconds, "fromMillis", out double millis);
        Arguments.String(picture, "fromMillis", 2);
        Arguments.String(timezone, "fromMillis", 3);
        return isThere ? Format(millis, Analysed(picture), timezone, "fromMillis", 3) : default;
    }

    /// <summary>
    /// <c>$toMillis(timestamp, picture)</c>: the time that a text says, ISO 8601 unless a picture says otherwise. Nothing where the text does
    /// not fit the picture. What the text leaves out comes from the time of the evaluation, or is the least, as in jsonata-js.
    /// </summary>
    /// <exception cref="JsonataException">
    /// D3110: the text is no ISO 8601 timestamp. D3130 to D3136: the picture is none or not enough. T0410: an argument does not fit.
    /// </exception>
    public static JsonValue ToMillis(JsonValue timestamp, JsonValue picture, Evaluation evaluation)
    {
        Arguments.String(timestamp, "toMillis", 1);
        Arguments.String(picture, "toMillis", 2);
        if (timestamp.IsMissing || !picture.IsMissing)
        {
            return timestamp.IsMissing ? default : DateTimePicture.Of(picture.AsString()).ToMillis(timestamp, evaluation);
        }

        double millis = IsoTimestamp.Parse(timestamp.AsString());
        return double.IsNaN(millis) ? throw JsonataError.Of("D3110", value: timestamp) : JsonValue.Number(millis);
    }

    private static DateTimePicture Analysed(in JsonValue picture) => picture.IsMissing ? DateTimePicture.Iso : DateTimePicture.Of(picture.AsString());

    /// <summary>A time in a zone, whose argument has that index.</summary>
    internal static JsonValue Format(double millis, DateTimePicture picture, in JsonValue timezone, string function, int index)
    {
        TimeOffset offset = default;
        if (!timezone.IsMissing && !TimeOffset.TryParse(timezone.AsString(), out offset))
        {
            throw Arguments.Mismatch(function, index);
        }

        double shifted = Math.Truncate(millis + offset.Millis);
        if (!(Math.Abs(shifted) <= CivilTime.MostMillis))
        {
            throw JsonataError.Of("D1001", value: JsonValue.Number(millis));
        }

        var time = new CivilTime((long)shifted);
        return ReferenceEquals(picture, DateTimePicture.Iso) && timezone.IsMissing && time.Year is >= 0 and <= 9999
            ? IsoTimestamp.Format(time)
            : picture.Format(time, offset);
    }
}
