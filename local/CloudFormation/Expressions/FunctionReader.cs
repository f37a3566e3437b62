using System.Text.Json.Nodes;

namespace Infra.Local.CloudFormation.Expressions;

/// <summary>Reads the argument of one intrinsic function.</summary>
internal delegate Expression FunctionReader(ExpressionReader reader, JsonNode? argument, string path);
