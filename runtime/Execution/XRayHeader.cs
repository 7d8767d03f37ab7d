using System.Diagnostics;

namespace Compiled.Execution;

/// <summary>
/// The header <c>X-Amzn-Trace-Id</c>: <c>Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1</c>. Source: X-Ray's guide, "Tracing header". FEATURES V-070.
/// </summary>
internal static class XRayHeader
{
    private const int TimeDigits = 8, RestDigits = 24;

    /// <summary>What the header stands for in W3C's terms, whose trace ids are X-Ray's without their punctuation; false when it is none.</summary>
    public static bool TryRead(string? header, out ActivityContext context)
    {
        context = default;
        ReadOnlySpan<char> root = default, parent = default;
        bool isSampled = false;
        foreach (Range range in header.AsSpan().Split(';'))
        {
            ReadOnlySpan<char> part = header.AsSpan(range).Trim();
            if (part.StartsWith("Root="))
                root = part["Root=".Length..];
            else if (part.StartsWith("Parent="))
                parent = part["Parent=".Length..];
            else if (part.StartsWith("Sampled="))
                isSampled = part["Sampled=".Length..] is "1";
        }

        if (root.Length != 2 + TimeDigits + 1 + RestDigits || !root.StartsWith("1-") || root[2 + TimeDigits] != '-')
            return false;
        string trace = string.Concat(root.Slice(2, TimeDigits), root[^RestDigits..]);
        // A header that names no parent begins the trace; W3C's has to have one.
        string span = parent.Length == 16 ? parent.ToString() : trace[^16..];
        if (!IsId(trace) || !IsId(span))
            return false;
        context = new ActivityContext(
            ActivityTraceId.CreateFromString(trace), ActivitySpanId.CreateFromString(span), isSampled ? ActivityTraceFlags.Recorded : ActivityTraceFlags.None, isRemote: true);
        return true;
    }

    private static bool IsId(string digits)
    {
        bool isZero = true;
        foreach (char digit in digits)
        {
            if (!char.IsAsciiHexDigitLower(digit))
                return false;
            isZero &= digit == '0';
        }

        return !isZero;
    }
}
