using System.Text.Json.Serialization;
using Amazon.AwsJson;
using Amazon.Runtime;

namespace Amazon.ACMPCA;

/// <summary>Why a CA could not be created.</summary>
[JsonConverter(typeof(ConstantConverter<FailureReason>))]
public class FailureReason(string value) : ConstantClass(value)
{
    public static readonly FailureReason REQUEST_TIMED_OUT = new("REQUEST_TIMED_OUT");
    public static readonly FailureReason UNSUPPORTED_ALGORITHM = new("UNSUPPORTED_ALGORITHM");
    public static readonly FailureReason OTHER = new("OTHER");

    public static implicit operator FailureReason(string value) => FindValue(value);

    public static FailureReason FindValue(string value) => FindValue<FailureReason>(value);
}
