using System.Text.Json.Serialization;
using Amazon.AwsJson;
using Amazon.Runtime;

namespace Amazon.ACMPCA;

/// <summary>Algorithm of a signature.</summary>
[JsonConverter(typeof(ConstantConverter<SigningAlgorithm>))]
public class SigningAlgorithm(string value) : ConstantClass(value)
{
    public static readonly SigningAlgorithm SHA256WITHECDSA = new("SHA256WITHECDSA");
    public static readonly SigningAlgorithm SHA384WITHECDSA = new("SHA384WITHECDSA");
    public static readonly SigningAlgorithm SHA512WITHECDSA = new("SHA512WITHECDSA");
    public static readonly SigningAlgorithm SHA256WITHRSA = new("SHA256WITHRSA");
    public static readonly SigningAlgorithm SHA384WITHRSA = new("SHA384WITHRSA");
    public static readonly SigningAlgorithm SHA512WITHRSA = new("SHA512WITHRSA");
    public static readonly SigningAlgorithm SM3WITHSM2 = new("SM3WITHSM2");
    public static readonly SigningAlgorithm ML_DSA_44 = new("ML_DSA_44");
    public static readonly SigningAlgorithm ML_DSA_65 = new("ML_DSA_65");
    public static readonly SigningAlgorithm ML_DSA_87 = new("ML_DSA_87");

    public static implicit operator SigningAlgorithm(string value) => FindValue(value);

    public static SigningAlgorithm FindValue(string value) => FindValue<SigningAlgorithm>(value);
}
