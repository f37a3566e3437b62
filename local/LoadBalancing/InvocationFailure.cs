using Infra.Local.Endpoint;

namespace Infra.Local.LoadBalancing;

/// <summary>What a client and the access log see when Lambda does not run the function (Application Load Balancers guide, "Error reason codes").</summary>
internal static class InvocationFailure
{
    public static (int Status, string Reason) Of(AwsException failure) => failure.Code switch
    {
        "TooManyRequestsException" or "ThrottlingException" => (502, "LambdaThrottling"),
        "AccessDenied" or "AccessDeniedException" => (502, "LambdaAccessDenied"),
        "ResourceNotFoundException" => (502, "LambdaResourceNotFound"),
        _ when failure.StatusCode == 504 => (504, "LambdaConnectionTimeout"),
        _ => (502, "LambdaInternalError"),
    };
}
