using System.Text.Json.Serialization;
using Amazon.AwsJson;
using Amazon.Runtime;

namespace Amazon.ACMPCA;

/// <summary>Unit of a validity.</summary>
[JsonConverter(typeof(ConstantConverter<ValidityPeriodType>))]
public class ValidityPeriodType(string value) : ConstantClass(value)
{
    public static readonly ValidityPeriodType END_DATE = new("END_DATE");
    public static readonly ValidityPeriodType ABSOLUTE = new("ABSOLUTE");
    public static readonly ValidityPeriodType DAYS = new("DAYS");
    public static readonly ValidityPeriodType MONTHS = new("MONTHS");
    public static readonly ValidityPeriodType YEARS = new("YEARS");

    public static implicit operator ValidityPeriodType(string value) => FindValue(value);

    public static ValidityPeriodType FindValue(string value) => FindValue<ValidityPeriodType>(value);
}
