using System.Text.Json.Serialization;
using Amazon.Lambda.ApplicationLoadBalancerEvents;

namespace Infra.Amazon.Lambda.Tests.Serialization;

[JsonSerializable(typeof(ApplicationLoadBalancerRequest))]
[JsonSerializable(typeof(ApplicationLoadBalancerResponse))]
[JsonSerializable(typeof(Numbered))]
[JsonSerializable(typeof(Dated))]
[JsonSerializable(typeof(Attachment))]
public sealed partial class TestJson : JsonSerializerContext;
