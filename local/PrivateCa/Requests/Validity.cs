namespace Infra.Local.PrivateCa.Requests;

/// <summary>The API's <c>Validity</c>.</summary>
/// <param name="Type"><c>END_DATE</c>, <c>ABSOLUTE</c>, <c>DAYS</c>, <c>MONTHS</c> or <c>YEARS</c>.</param>
/// <param name="Value">What it means depends on the type.</param>
public sealed record Validity(string Type, long Value)
{
    public static Validity Read(MemberReader reader) => new(
        reader.RequiredOneOf("Type", "END_DATE", "ABSOLUTE", "DAYS", "MONTHS", "YEARS"),
        reader.RequiredNumber("Value", 1, long.MaxValue));
}
